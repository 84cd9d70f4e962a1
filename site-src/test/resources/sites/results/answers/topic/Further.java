import static answerbook.api.Snippet.*;

public class Further {
  public static void main(String[] args) {
    show("extra", Shared.twice(21));
  }
}
