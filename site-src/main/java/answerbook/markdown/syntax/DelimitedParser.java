package answerbook.markdown.syntax;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.BlockContent;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Parses a block that goes from an opening to a closing delimiter of two characters, over any
 * number of lines.
 */
abstract class DelimitedParser extends AbstractBlockParser {
  private final String closing;
  private final BlockContent content = new BlockContent();
  private BasedSequence opening = BasedSequence.NULL;
  private boolean ended;

  DelimitedParser(String closing) {
    this.closing = closing;
  }

  /**
   * Takes the block's content.
   *
   * @param inner what stands between the delimiters
   * @param hasEnd whether the closing delimiter is there
   */
  abstract void close(BasedSequence inner, boolean hasEnd);

  @Override
  public final BlockContinue tryContinue(ParserState state) {
    return ended ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
  }

  @Override
  public final void addLine(ParserState state, BasedSequence line) {
    boolean first = content.getLineCount() == 0;
    if (first) {
      opening = line.trim();
    }
    content.add(line, state.getIndent());
    BasedSequence visible = line.trim();
    int shortest = first ? 2 * closing.length() : closing.length();
    ended = visible.length() >= shortest && visible.endsWith(closing);
  }

  @Override
  public final void closeBlock(ParserState state) {
    getBlock().setContent(content);
    if (ended) {
      getBlock().setCharsFromContent();
    } else {
      getBlock().setChars(opening);
    }
    BasedSequence all = content.getContents().trim();
    int end = ended ? all.length() - closing.length() : all.length();
    close(all.subSequence(2, Math.max(2, end)), ended);
  }
}
