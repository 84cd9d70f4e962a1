package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * The answer: what stands between {@code <details><summary>Answer</summary>} and {@code
 * </details>}.
 */
public final class AnswerBlock extends Block {
  private final BasedSequence opening;

  AnswerBlock(BasedSequence opening) {
    this.opening = opening;
  }

  /** The line that opens it. */
  public BasedSequence opening() {
    return opening;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
