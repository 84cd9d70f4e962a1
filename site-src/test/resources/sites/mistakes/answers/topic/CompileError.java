import static answerbook.api.Snippet.*;

public class CompileError {
  public static void main(String[] args) {
    show("out", 1.5;
  }
}
