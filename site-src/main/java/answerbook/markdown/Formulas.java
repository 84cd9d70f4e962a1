package answerbook.markdown;

import answerbook.markdown.syntax.MathBlock;
import answerbook.markdown.syntax.MathNode;
import answerbook.math.MathRenderer;
import answerbook.math.TexException;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** The formulas of a document. */
record Formulas(Document document) {
  /**
   * Renders those without values into the cache of {@code maths}. Mistakes are left to the
   * rendering proper.
   */
  void warm(MathRenderer maths) {
    for (Node node : document.getDescendants()) {
      if (node instanceof MathNode math) {
        warm(math.tex(), math.isDisplay(), maths);
      } else if (node instanceof MathBlock block && block.isClosed()) {
        warm(block.tex(), true, maths);
      }
    }
  }

  private static void warm(BasedSequence tex, boolean display, MathRenderer maths) {
    String text = tex.toString();
    if (text.contains("{{")) {
      return;
    }
    try {
      maths.render(text.strip(), display);
    } catch (TexException mistake) {
      // Reported with its place when the question is rendered.
    }
  }
}
