package answerbook.markdown.syntax;

import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.HtmlBlockParser;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A block construct that is recognised by its first line, indented by at most three blanks.
 *
 * @param firstLine matches the start of the line after its indentation
 * @param parser makes the parser of one such block
 * @param consumesLine whether nothing of the first line is left for the block's children
 */
record BlockSyntax(Pattern firstLine, Supplier<BlockParser> parser, boolean consumesLine)
    implements CustomBlockParserFactory {
  static final BlockSyntax MATH = new BlockSyntax(Pattern.compile("\\$\\$"), MathBlockParser::new, false);

  static final BlockSyntax DIRECTIVE =
      new BlockSyntax(
          Pattern.compile("\\{\\{\\s*(?:code|plot|diagram|table|output)\\s*(?:[:|]|\\}\\}\\s*$|$)"),
          DirectiveParser::new,
          false);

  static final BlockSyntax ANSWER =
      new BlockSyntax(Pattern.compile("<details>\\s*<summary>\\s*Answer\\s*</summary>\\s*$"), AnswerParser::new, true);

  static final BlockSyntax ANSWER_END =
      new BlockSyntax(Pattern.compile("</details>\\s*$"), AnswerEndParser::new, false);

  @Override
  public BlockParserFactory apply(DataHolder options) {
    return new Factory(options);
  }

  @Override
  public Set<Class<?>> getAfterDependents() {
    return Set.of();
  }

  @Override
  public Set<Class<?>> getBeforeDependents() {
    return Set.of(HtmlBlockParser.Factory.class);
  }

  @Override
  public boolean affectsGlobalScope() {
    return false;
  }

  private final class Factory extends AbstractBlockParserFactory {
    Factory(DataHolder options) {
      super(options);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      int start = state.getNextNonSpaceIndex();
      if (state.getIndent() >= 4 || !firstLine.matcher(line.subSequence(start)).lookingAt()) {
        return BlockStart.none();
      }
      return BlockStart.of(parser.get()).atIndex(consumesLine ? line.length() : start);
    }
  }
}
