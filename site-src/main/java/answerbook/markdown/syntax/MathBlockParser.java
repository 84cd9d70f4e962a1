package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Parses a display formula. */
final class MathBlockParser extends DelimitedParser {
  private final MathBlock block = new MathBlock();

  MathBlockParser() {
    super("$$");
  }

  @Override
  public MathBlock getBlock() {
    return block;
  }

  @Override
  void close(BasedSequence inner, boolean hasEnd) {
    block.close(inner, hasEnd);
  }
}
