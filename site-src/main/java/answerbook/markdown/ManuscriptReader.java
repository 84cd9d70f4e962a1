package answerbook.markdown;

import answerbook.content.Located;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript.Kind;
import answerbook.markdown.Manuscript.Part;
import answerbook.markdown.Manuscript.Use;
import answerbook.markdown.syntax.AnswerBlock;
import answerbook.markdown.syntax.BookMarkdown;
import answerbook.markdown.syntax.CitationNode;
import answerbook.markdown.syntax.Directive;
import answerbook.markdown.syntax.MathBlock;
import answerbook.markdown.syntax.MathNode;
import answerbook.markdown.syntax.ValueNode;
import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.typographic.TypographicSmarts;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a parsed text apart. */
final class ManuscriptReader {
  private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}");

  private final SourceFile file;
  private final char[] prose;
  private final char[] maths;
  private final List<Use> uses = new ArrayList<>();
  private final List<Part> headings = new ArrayList<>();
  private final List<Part> items = new ArrayList<>();
  private final List<Part> paragraphs = new ArrayList<>();

  /** Where the document that is being read starts in the file. */
  private int shift;

  /**
   * Off in a title whose quotes are written twice, as YAML wants it: its offsets are none of the
   * file.
   */
  private boolean masking;

  private int answerStart;
  private int answerEnd;

  ManuscriptReader(SourceFile file) {
    this.file = file;
    int length = file.text().length();
    this.prose = blanks(length);
    this.maths = blanks(length);
    this.answerStart = length;
    this.answerEnd = length;
  }

  /**
   * Reads a text with its title.
   *
   * @param title stands in front matter of the file
   */
  Manuscript read(Located title, Document document) {
    shift = title.offset();
    masking = file.text().startsWith(title.text(), title.offset());
    children(BookMarkdown.parse(title.text(), 0));
    shift = 0;
    masking = true;
    children(document);
    return new Manuscript(
        file,
        new String(prose),
        new String(maths),
        answerStart,
        answerEnd,
        uses,
        headings,
        items,
        paragraphs);
  }

  private void children(Node parent) {
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      add(child);
    }
  }

  private void add(Node node) {
    if (node instanceof MathNode math) {
      formula(math.tex());
    } else if (node instanceof MathBlock math) {
      formula(math.tex());
    } else if (node instanceof ValueNode value) {
      use(Kind.VALUE, value.reference().toString(), value.getStartOffset());
    } else if (node instanceof CitationNode citation) {
      use(Kind.CITATION, citation.target().toString(), citation.target().getStartOffset());
    } else if (node instanceof Text || node instanceof TypographicSmarts) {
      mark(prose, node.getChars());
    } else if (node instanceof Image image) {
      mark(prose, image.getText());
      mark(prose, image.getTitle());
    } else if (!(node instanceof Code
        || node instanceof FencedCodeBlock
        || node instanceof Footnote
        || node instanceof AutoLink)) {
      container(node);
    }
  }

  private void container(Node node) {
    if (node instanceof AnswerBlock answer) {
      answerStart = answer.opening().getStartOffset();
      answerEnd =
          answer.hasChildren()
              ? answer.getLastChild().getEndOffset()
              : answer.opening().getEndOffset();
    } else if (node instanceof Heading) {
      headings.add(part(node, 0));
    } else if (node instanceof Paragraph && node.getParent() instanceof AnswerBlock) {
      paragraphs.add(part(node, 0));
    } else if (node instanceof ListItem item && item.getParent() instanceof OrderedList list) {
      item(item, list);
    } else if (node instanceof Directive directive) {
      use(Kind.DIRECTIVE, directive.label(), directive.getStartOffset());
    }
    children(node);
  }

  private void item(ListItem item, OrderedList list) {
    if (list.getParent() instanceof ListItem) {
      return;
    }
    int number = list.getStartNumber();
    for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
      number++;
    }
    items.add(part(item, number));
  }

  private Part part(Node node, int number) {
    return new Part(shift + node.getStartOffset(), shift + node.getEndOffset(), number);
  }

  private void formula(BasedSequence tex) {
    mark(maths, tex);
    Matcher value = VALUE.matcher(tex);
    while (value.find()) {
      int offset = tex.getStartOffset() + value.start();
      use(Kind.VALUE, value.group(1), offset);
      if (masking) {
        Arrays.fill(maths, shift + offset, shift + tex.getStartOffset() + value.end(), ' ');
      }
    }
  }

  private void use(Kind kind, String target, int offset) {
    uses.add(new Use(kind, target, shift + offset));
  }

  /** Copies from the file what {@code chars} is made of. */
  private void mark(char[] mask, BasedSequence chars) {
    int start = shift + chars.getStartOffset();
    int end = masking ? Math.min(shift + chars.getEndOffset(), mask.length) : start;
    for (int i = start; i < end; i++) {
      mask[i] = file.text().charAt(i);
    }
  }

  private static char[] blanks(int length) {
    char[] blanks = new char[length];
    Arrays.fill(blanks, ' ');
    return blanks;
  }
}
