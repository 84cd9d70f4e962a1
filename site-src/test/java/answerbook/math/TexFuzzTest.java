package answerbook.math;

import answerbook.fuzz.Fuzzing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever TeX is written, it is rendered, or refused with a place in it. */
class TexFuzzTest {
  @TempDir private Path folder;

  @Test
  void tex() {
    try (MathRenderer maths = new MathRenderer(folder)) {
      Fuzzing.run("tex", input -> render(maths, input));
    }
  }

  private static void render(MathRenderer maths, String tex) {
    try {
      maths.render(tex, tex.length() % 2 == 0);
    } catch (TexException e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new IllegalStateException("refused without a word", e);
      }
    }
  }
}
