package answerbook.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MathsInSightTest {
  private static final String[] PIECES = {
    "<details class=\"answer\" id=\"a\">",
    "</details>",
    "<span class=\"katex\">",
    "<details>",
    "\n",
    "x"
  };

  @Test
  void saysWhatAPatternWouldSay() {
    Random random = new Random(1);
    int inSight = 0;
    for (int i = 0; i < 2000; i++) {
      StringBuilder html = new StringBuilder();
      for (int piece = random.nextInt(9); piece >= 0; piece--) {
        html.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String open = html.toString().replaceAll("(?s)<details class=\"answer\".*?</details>", "");
      assertThat(MathsInSight.isIn(html.toString()))
          .as("%s", html)
          .isEqualTo(open.contains("katex"));
      inSight += open.contains("katex") ? 1 : 0;
    }
    assertThat(inSight).isBetween(200, 1800);
  }
}
