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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The book's blocks, each recognised by its first line, indented by at most three blanks. */
final class BlockSyntax implements CustomBlockParserFactory {
  /**
   * One kind of block.
   *
   * @param firstLine matches the start of the line after its indentation
   * @param parser makes the parser of one such block, given its first line
   * @param consumesLine whether nothing of the first line is left for the block's children
   */
  private record Rule(
      Pattern firstLine, Function<BasedSequence, BlockParser> parser, boolean consumesLine) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(Pattern.compile("\\$\\$"), line -> new MathBlockParser(), false),
          new Rule(
              Pattern.compile(
                  "\\{\\{\\s*(?:code|plot|diagram|table|output)\\s*(?:[:|]|\\}\\}\\s*$|$)"),
              line -> new DirectiveParser(),
              false),
          new Rule(
              Pattern.compile("<details>\\s*<summary>\\s*Answer\\s*</summary>\\s*$"),
              AnswerParser::new,
              true),
          new Rule(Pattern.compile("</details>\\s*$"), line -> new AnswerEndParser(), false));

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

  private static final class Factory extends AbstractBlockParserFactory {
    Factory(DataHolder options) {
      super(options);
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      int start = state.getNextNonSpaceIndex();
      BasedSequence visible = line.subSequence(start, line.length());
      for (Rule rule : RULES) {
        if (state.getIndent() < 4 && rule.firstLine.matcher(visible).lookingAt()) {
          return BlockStart.of(rule.parser.apply(visible))
              .atIndex(rule.consumesLine ? line.length() : start);
        }
      }
      return BlockStart.none();
    }
  }
}
