package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A formula in running text. */
public final class MathNode extends Node {
  private final BasedSequence tex;
  private final boolean display;

  MathNode(BasedSequence chars, BasedSequence tex, boolean display) {
    super(chars);
    this.tex = tex;
    this.display = display;
  }

  /** The formula without its dollar signs. */
  public BasedSequence tex() {
    return tex;
  }

  /** Whether it was written between double dollar signs. */
  public boolean isDisplay() {
    return display;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {tex};
  }
}
