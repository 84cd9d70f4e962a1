package answerbook.markdown.syntax;

import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtension;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The book's inline constructs, each described by a regular expression. */
final class InlineSyntax implements InlineParserExtensionFactory {
  /** Makes a node of the whole construct and of its inner part. */
  private interface Maker {
    Node node(BasedSequence whole, BasedSequence inner);
  }

  /** One construct; group 1 of the pattern is its inner part. */
  private record Rule(Pattern pattern, Maker maker) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              Pattern.compile("\\$\\$((?:[^$\\\\]|\\\\.)+)\\$\\$", Pattern.DOTALL),
              (whole, inner) -> new MathNode(whole, inner, true)),
          // No blank inside the dollar signs and no digit after them, so that prices stay prices.
          new Rule(
              Pattern.compile("\\$(?!\\s)((?:[^$\\\\]|\\\\.)+)(?<!\\s)\\$(?!\\d)", Pattern.DOTALL),
              (whole, inner) -> new MathNode(whole, inner, false)),
          new Rule(Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}"), ValueNode::new),
          new Rule(Pattern.compile("\\[@([A-Za-z][\\w:.-]*)\\]"), CitationNode::new));

  @Override
  public CharSequence getCharacters() {
    return "${[";
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

  private static final class Matching implements InlineParserExtension {
    @Override
    public void finalizeDocument(InlineParser parser) {}

    @Override
    public void finalizeBlock(InlineParser parser) {}

    @Override
    public boolean parse(LightInlineParser parser) {
      return RULES.stream().anyMatch(rule -> matches(rule, parser));
    }

    private static boolean matches(Rule rule, LightInlineParser parser) {
      BasedSequence input = parser.getInput();
      int start = parser.getIndex();
      Matcher matcher = rule.pattern.matcher(input).region(start, input.length());
      matcher.useTransparentBounds(true);
      if (!matcher.lookingAt()) {
        return false;
      }
      parser.flushTextNode();
      BasedSequence whole = input.subSequence(start, matcher.end());
      parser.appendNode(
          rule.maker.node(whole, input.subSequence(matcher.start(1), matcher.end(1))));
      parser.setIndex(matcher.end());
      return true;
    }
  }
}
