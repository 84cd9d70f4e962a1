package answerbook.lint;

import answerbook.markdown.Manuscript;
import answerbook.markdown.Manuscript.Kind;
import answerbook.markdown.Manuscript.Part;
import answerbook.store.ByteReader;
import answerbook.store.ByteWriter;
import answerbook.store.ContentSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What lints that compare parts of a book need of a text.
 *
 * @param allTargets of what it takes from programs and from the bibliography, in its order
 * @param paragraphs of its answer that are long enough to be compared
 */
record TextFacts(Map<Kind, List<String>> allTargets, List<Paragraph> paragraphs) {
  private static final int FEWEST_WORDS = 12;
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}]+");

  /**
   * A paragraph.
   *
   * @param start in the file
   * @param words a sum of its words, whatever its numbers and signs
   */
  record Paragraph(int start, String words) {}

  static TextFacts of(Manuscript text) {
    Map<Kind, List<String>> targets = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      targets.put(kind, text.targets(kind));
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Part part : text.paragraphs()) {
      String prose = text.prose().substring(part.start(), part.end()).toLowerCase(Locale.ROOT);
      String words = OTHER.matcher(prose).replaceAll(" ").strip();
      if (words.split(" ").length >= FEWEST_WORDS) {
        paragraphs.add(new Paragraph(part.start(), ContentSum.of(words)));
      }
    }
    return new TextFacts(targets, paragraphs);
  }

  List<String> targets(Kind kind) {
    return allTargets.get(kind);
  }

  byte[] bytes() {
    ByteWriter out = new ByteWriter();
    for (Kind kind : Kind.values()) {
      out.texts(targets(kind));
    }
    out.number(paragraphs.size());
    paragraphs.forEach(paragraph -> out.number(paragraph.start()).text(paragraph.words()));
    return out.bytes();
  }

  static TextFacts read(ByteReader in) {
    Map<Kind, List<String>> targets = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      targets.put(kind, in.texts());
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      paragraphs.add(new Paragraph(in.number(), in.text()));
    }
    return new TextFacts(targets, paragraphs);
  }
}
