import static answerbook.api.Snippet.*;

public class Exception {
  public static void main(String[] args) {
    double[] values = {1.0, 2.0};
    show("out", values[2]);
  }
}
