package answerbook.markdown.syntax;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** Parses a directive, and its caption as inline Markdown. */
final class DirectiveParser extends DelimitedParser {
  private final Directive block = new Directive();

  DirectiveParser() {
    super("}}");
  }

  @Override
  public Directive getBlock() {
    return block;
  }

  @Override
  void close(BasedSequence inner, boolean hasEnd) {
    block.close(inner, hasEnd);
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    if (!block.caption().isEmpty()) {
      inlineParser.parse(block.caption(), block);
    }
  }
}
