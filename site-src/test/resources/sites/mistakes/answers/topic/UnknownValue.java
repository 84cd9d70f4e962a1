import static answerbook.api.Snippet.*;

public class UnknownValue {
  public static void main(String[] args) {
    show("out", 1.5);
  }
}
