import static answerbook.api.Snippet.*;

public class MissingCaption {
  public static void main(String[] args) {
    plot("curve", "A rising line.").x("x").y("y").line("", 0, 1, x -> x);
  }
}
