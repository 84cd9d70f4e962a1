package answerbook.markdown;

import answerbook.diagnostic.SourceFile;
import java.util.List;

/**
 * A text taken apart for whoever judges it as it was written. All offsets are those of the file.
 *
 * @param prose as long as the file: what is read as words, and blanks instead of all else
 * @param maths as long as the file: TeX, and blanks instead of all else
 * @param answerStart where the answer starts; the file's end if there is none
 * @param answerEnd where the answer ends
 * @param uses what is taken from programs and from the bibliography
 * @param headings in the answer
 * @param items the items of ordered lists, outside other lists
 * @param paragraphs in the answer
 */
public record Manuscript(
    SourceFile file,
    String prose,
    String maths,
    int answerStart,
    int answerEnd,
    List<Use> uses,
    List<Part> headings,
    List<Part> items,
    List<Part> paragraphs) {
  /** What a use refers to. */
  public enum Kind {
    VALUE,
    DIRECTIVE,
    CITATION
  }

  /**
   * Something inserted.
   *
   * @param target for values what stands in the braces; for directives kind and argument, as {@code
   *     code:sum}; for citations the key or the figure's label
   */
  public record Use(Kind kind, String target, int offset) {}

  /**
   * A part of the text.
   *
   * @param number of an item in its list; 0 for other parts
   */
  public record Part(int start, int end, int number) {}

  public Manuscript {
    uses = List.copyOf(uses);
    headings = List.copyOf(headings);
    items = List.copyOf(items);
    paragraphs = List.copyOf(paragraphs);
  }

  /** Whether {@code offset} is in the answer. */
  public boolean inAnswer(int offset) {
    return offset >= answerStart && offset < answerEnd;
  }

  /** The targets of all uses of a kind, in the order of the text. */
  public List<String> targets(Kind kind) {
    return uses.stream().filter(use -> use.kind() == kind).map(Use::target).toList();
  }
}
