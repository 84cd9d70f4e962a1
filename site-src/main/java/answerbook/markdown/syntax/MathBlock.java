package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A display formula on lines of its own, between {@code $$} and {@code $$}. */
public final class MathBlock extends Block {
  private BasedSequence tex = BasedSequence.NULL;
  private boolean closed;

  /** The formula without its dollar signs. */
  public BasedSequence tex() {
    return tex;
  }

  /** Whether the closing dollar signs are there. */
  public boolean isClosed() {
    return closed;
  }

  void close(BasedSequence formula, boolean hasEnd) {
    this.tex = formula;
    this.closed = hasEnd;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {tex};
  }
}
