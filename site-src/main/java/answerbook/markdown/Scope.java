package answerbook.markdown;

import answerbook.code.Highlighter;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.math.MathRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known while one piece of Markdown is rendered, and what is learnt from it.
 *
 * <p>Finished HTML is stashed: the renderer writes a token in its place, so that its line handling
 * cannot touch it.
 */
final class Scope {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

  private final Tools tools;
  private final Place place;
  private final String slug;
  private final Programs programs;
  private final Labels labels;
  private final List<String> stash = new ArrayList<>();
  private final Learnt learnt;

  /**
   * What is learnt from a question: its anchors, its links to others, the works it cites in the
   * order of citation, the files that it shows.
   */
  private record Learnt(
      Set<String> anchors, List<LinkUse> links, Set<String> citations, Map<String, String> files) {
    Learnt() {
      this(new TreeSet<>(), new ArrayList<>(), new LinkedHashSet<>(), new TreeMap<>());
    }
  }

  /** What renders formulas, listings and figures, and what the whole book knows. */
  record Tools(
      MathRenderer maths, Highlighter highlighter, BookNames names, Diagnostics diagnostics) {
    /** The same tools, whose mistakes go elsewhere. */
    Tools reportingTo(Diagnostics others) {
      return new Tools(maths, highlighter, names, others);
    }
  }

  Scope(Tools tools, Place place, String slug, Programs programs, Labels labels) {
    this.tools = tools;
    this.place = place;
    this.slug = slug;
    this.programs = programs;
    this.labels = labels;
    this.learnt = new Learnt();
  }

  private Scope(Scope outer, Place place) {
    this.tools = outer.tools;
    this.place = place;
    this.slug = outer.slug;
    this.programs = outer.programs;
    this.labels = outer.labels;
    this.learnt = outer.learnt;
  }

  /** The scope of Markdown that stands elsewhere, but belongs to the same question. */
  Scope at(Place other) {
    return new Scope(this, other);
  }

  /** The place of what a line of a program made. */
  Place placeOf(SourceFile source, int line) {
    return Place.line(source, line, tools.diagnostics());
  }

  Tools tools() {
    return tools;
  }

  Place place() {
    return place;
  }

  /** The slug of the question, which prefixes all its anchors; empty outside a question. */
  String slug() {
    return slug;
  }

  Programs programs() {
    return programs;
  }

  Labels labels() {
    return labels;
  }

  /** The title of another question, as HTML. Mistakes in it are reported where it stands. */
  String titleOf(Question other) {
    Place title = Place.in(other.file(), other.front().title().offset(), tools.diagnostics());
    return new InlineMarkdown(new Scope(tools, title, "", Programs.NONE, new Labels()))
        .title(other.front().title().text());
  }

  /** The anchor of a part of this question. */
  String anchor(String part) {
    return slug.isEmpty() ? part : slug + "--" + part;
  }

  Set<String> anchors() {
    return learnt.anchors;
  }

  List<LinkUse> links() {
    return learnt.links;
  }

  /** Keys of cited works in the order of first citation. */
  Set<String> citations() {
    return learnt.citations;
  }

  /** The texts of other files that it shows, by their names. */
  Map<String, String> files() {
    return learnt.files;
  }

  /** Reads a file of the book that is shown. */
  SourceFile read(Path file) {
    SourceFile source = SourceFile.read(tools.names().root(), file);
    learnt.files.put(source.name(), source.text());
    return source;
  }

  /** Keeps {@code html} aside; returns what stands for it. */
  String stash(String html) {
    stash.add(html);
    return OPEN + Integer.toString(stash.size() - 1) + CLOSE;
  }

  /** Puts everything that was stashed in its place; what was stashed may hold tokens too. */
  String unstash(String rendered) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (int open = rendered.indexOf(OPEN); open >= 0; open = rendered.indexOf(OPEN, done)) {
      int close = rendered.indexOf(CLOSE, open);
      out.append(rendered, done, open);
      String html = unstash(stash.get(Integer.parseInt(rendered.substring(open + 1, close))));
      done = Bond.append(html, rendered, close + 1, out);
    }
    return out.append(rendered, done, rendered.length()).toString();
  }
}
