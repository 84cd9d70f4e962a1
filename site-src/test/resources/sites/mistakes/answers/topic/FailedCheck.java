import static answerbook.api.Snippet.*;

public class FailedCheck {
  public static void main(String[] args) {
    double error = 0.5;
    check("the error is small", error, below(1e-6));
    show("out", error);
  }
}
