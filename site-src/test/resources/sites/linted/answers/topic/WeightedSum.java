import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;

import java.util.Random;

final class WeightedSum {
  public static void main(String[] arguments) {
    // @start region="sum"
    double z = 0.125 * -1.32;
    // @end
    show("z", z);
    double rate = 0.375;
    check("the rate is positive", rate > 0);
    show("weights", new double[] {0.125, rate, 1000});
    double now = new Random(7).nextDouble();
    for (int i = 0; i < 2; i++) {
      show("a" + i, now + i);
    }
    plot("curve", "A line that rises from the origin to one.")
        .x("x")
        .y("y")
        .line("a", new double[] {0, 1}, new double[] {0, 1});
  }
}
