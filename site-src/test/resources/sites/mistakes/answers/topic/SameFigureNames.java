import static answerbook.api.Snippet.*;

public class SameFigureNames {
  public static void main(String[] args) {
    plot("curve", "A rising line.").x("x").y("y").line("", 0, 1, x -> x);
    plot("curve", "A falling line.").x("x").y("y").line("", 0, 1, x -> -x);
    show("out", 1.5);
  }
}
