package answerbook.markdown.syntax;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Parses the answer, which contains all blocks up to the line {@code </details>} outside a code
 * fence.
 */
final class AnswerParser extends AbstractBlockParser {
  private final AnswerBlock block;

  AnswerParser(BasedSequence opening) {
    block = new AnswerBlock(opening);
  }

  @Override
  public AnswerBlock getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(ParserState state, BlockParser blockParser, Block child) {
    return !(child instanceof AnswerEnd);
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    boolean inFence =
        state.getActiveBlockParser() instanceof FencedCodeBlockParser fence && !fence.isClosed();
    boolean isEnd = state.getLine().trim().toString().equals("</details>");
    return isEnd && !inFence ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }
}
