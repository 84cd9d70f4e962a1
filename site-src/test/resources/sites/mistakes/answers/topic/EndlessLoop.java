import static answerbook.api.Snippet.*;

public class EndlessLoop {
  public static void main(String[] args) {
    double x = 0;
    while (x >= 0) {
      x = x * 0.5;
    }
    show("out", x);
  }
}
