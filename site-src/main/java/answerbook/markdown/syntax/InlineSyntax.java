package answerbook.markdown.syntax;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An inline construct that a regular expression describes.
 *
 * @param character the one it starts with
 * @param pattern the whole construct; its group 1 is what the node is about
 * @param maker makes the node of the construct and of group 1
 */
record InlineSyntax(char character, Pattern pattern, Maker maker) implements InlineParserExtensionFactory {
  /** Makes a node. */
  interface Maker {
    Node node(BasedSequence whole, BasedSequence inner);
  }

  /** {@code $$…$$} within a paragraph, or {@code $…$}: no space inside the dollar signs, no digit after. */
  static final InlineSyntax DISPLAY_MATH =
      new InlineSyntax(
          '$',
          Pattern.compile("\\$\\$((?:[^$\\\\]|\\\\.)+)\\$\\$", Pattern.DOTALL),
          (whole, inner) -> new MathNode(whole, inner, true));

  static final InlineSyntax MATH =
      new InlineSyntax(
          '$',
          Pattern.compile("\\$(?!\\s)((?:[^$\\\\]|\\\\.)+)(?<!\\s)\\$(?!\\d)", Pattern.DOTALL),
          (whole, inner) -> new MathNode(whole, inner, false));

  static final InlineSyntax VALUE =
      new InlineSyntax('{', Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}"), ValueNode::new);

  static final InlineSyntax CITATION =
      new InlineSyntax('[', Pattern.compile("\\[@([A-Za-z][\\w:.-]*)\\]"), CitationNode::new);

  @Override
  public CharSequence getCharacters() {
    return String.valueOf(character);
  }

  @Override
  public InlineParserExtension apply(LightInlineParser parser) {
    return new Matching();
  }

  @Override
  public Set<Class<?>> getAfterDependents() {
    return Set.of();
  }

  @Override
  public Set<Class<?>> getBeforeDependents() {
    return Set.of();
  }

  @Override
  public boolean affectsGlobalScope() {
    return false;
  }

  private final class Matching implements InlineParserExtension {
    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}

    @Override
    public boolean parse(LightInlineParser parser) {
      BasedSequence input = parser.getInput();
      int start = parser.getIndex();
      Matcher matcher = pattern.matcher(input).region(start, input.length());
      matcher.useTransparentBounds(true);
      if (!matcher.lookingAt()) {
        return false;
      }
      parser.flushTextNode();
      BasedSequence whole = input.subSequence(start, matcher.end());
      parser.appendNode(maker.node(whole, input.subSequence(matcher.start(1), matcher.end(1))));
      parser.setIndex(matcher.end());
      return true;
    }
  }
}
