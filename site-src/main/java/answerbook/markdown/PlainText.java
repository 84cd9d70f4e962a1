package answerbook.markdown;

import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.syntax.AnswerBlock;
import answerbook.markdown.syntax.CitationNode;
import answerbook.markdown.syntax.Directive;
import answerbook.markdown.syntax.MathBlock;
import answerbook.markdown.syntax.MathNode;
import answerbook.markdown.syntax.ValueNode;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.typographic.TypographicQuotes;
import com.vladsch.flexmark.ext.typographic.TypographicSmarts;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * Markdown as plain text: for search, descriptions and data. Formulas stay TeX between dollar
 * signs.
 */
final class PlainText {
  private final Scope scope;
  private final StringBuilder out = new StringBuilder();

  PlainText(Scope scope) {
    this.scope = scope;
  }

  /** The text of all children of {@code parent}, answers left out. */
  String of(Node parent) {
    children(parent);
    return out.toString().replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      add(child);
    }
  }

  private void add(Node node) {
    if (node instanceof AnswerBlock || node instanceof Footnote) {
      return;
    }
    if (node instanceof MathNode math) {
      out.append(dollars(math.isDisplay()))
          .append(tex(math.tex()))
          .append(dollars(math.isDisplay()));
    } else if (node instanceof MathBlock math) {
      out.append("\n$$").append(tex(math.tex()).strip()).append("$$\n\n");
    } else if (node instanceof ValueNode value) {
      out.append(value(value.reference().toString(), Notation.PLAIN));
    } else if (node instanceof CitationNode citation) {
      out.append(citation(citation.target().toString()));
    } else if (node instanceof Text text) {
      out.append(text.getChars().unescape());
    } else if (node instanceof LinkRef reference) {
      out.append(reference.getChars());
    } else if (node instanceof Link link && link.getText().isBlank()) {
      out.append(titleOf(link));
    } else if (node instanceof TypographicSmarts smarts) {
      out.append(smarts.getChars());
    } else if (node instanceof TypographicQuotes quotes) {
      out.append(quotes.getOpeningMarker());
      children(quotes);
      out.append(quotes.getClosingMarker());
    } else if (node instanceof Code code) {
      out.append(code.getText());
    } else if (node instanceof FencedCodeBlock fence) {
      out.append('\n').append(fence.getContentChars().normalizeEOL()).append('\n');
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      out.append(' ');
    } else {
      container(node);
    }
  }

  private void container(Node node) {
    if (node instanceof ListItem item) {
      out.append('\n').append(marker(item)).append(' ');
    } else if (node instanceof FootnoteBlock) {
      out.append("\n");
    }
    children(node);
    if (node instanceof TableCell) {
      out.append(" | ");
    } else if (node instanceof TableRow) {
      out.append('\n');
    } else if (node instanceof Directive directive && !directive.caption().isEmpty()) {
      out.append("\n\n");
    } else if (node instanceof Block) {
      out.append("\n\n");
    }
  }

  private static String marker(ListItem item) {
    if (!(item.getParent() instanceof OrderedList list)) {
      return "-";
    }
    int number = list.getStartNumber();
    for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
      number++;
    }
    return number + ".";
  }

  /** The title of the question that a link without a text leads to. */
  String titleOf(Link link) {
    String file = link.getUrl().toString().replaceFirst("#.*", "");
    String slug = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.md$", "");
    Question question = scope.tools().names().bySlug().get(slug);
    return question == null ? "" : question.front().title().text();
  }

  /** A cited work as authors and year, or the number of a figure or table. */
  String citation(String target) {
    String number = scope.labels().number(target);
    if (number != null) {
      return number;
    }
    var reference = scope.tools().names().references().get(target);
    return reference == null
        ? target
        : reference.citedAuthors() + " (" + reference.citedYear() + ")";
  }

  /** TeX with its values; a value that can't be had was reported when the HTML was made. */
  private String tex(BasedSequence source) {
    return new Tex(source, scope.at(scope.place().reportingTo(new Diagnostics()))).text();
  }

  private String value(String reference, Notation notation) {
    try {
      return scope.programs().value(reference, notation);
    } catch (MistakeException e) {
      return reference;
    }
  }

  private static String dollars(boolean display) {
    return display ? "$$" : "$";
  }
}
