import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.within;

final class HiddenUnit {
  public static void main(String[] arguments) {
    show("z", -0.125, within(1e-6));
    show("h", new double[] {0.25, 0.5});
    show("word", "none");
    show("truth", true);
    show("count", 3);
  }
}
