import static answerbook.api.Snippet.*;

public class Exit {
  public static void main(String[] args) {
    show("out", 1.5);
    System.exit(3);
  }
}
