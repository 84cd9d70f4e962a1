package answerbook.difference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What changed between two versions of a book, for a browser and for a comment. */
public final class BookDifference {
  private final Version before;
  private final Version after;
  private final List<QuestionChange> changes;

  public BookDifference(Version before, Version after) {
    this.before = before;
    this.after = after;
    this.changes = QuestionChange.all(before, after);
  }

  /** How many questions changed. */
  public int count() {
    return changes.size();
  }

  /** A page of HTML, which wants the site's assets and {@link #style} beside it. */
  public String html() {
    StringBuilder body = new StringBuilder();
    changes.forEach(change -> body.append(ChangeHtml.of(change)));
    return resource("page.html")
        .replace("{{before}}", Fragment.escape(before.name()))
        .replace("{{after}}", Fragment.escape(after.name()))
        .replace("{{summary}}", Fragment.escape(summary()))
        .replace("{{contents}}", ChangeHtml.contents(changes))
        .replace("{{body}}", body);
  }

  /** The page's own style sheet. */
  public String style() {
    return resource("difference.css");
  }

  /** Markdown as GitHub renders it. */
  public String markdown() {
    StringBuilder out = new StringBuilder("# What changes for a reader\n\n");
    out.append("From ").append(before.name()).append(" to ").append(after.name()).append(": ");
    out.append(summary()).append("\n\n");
    changes.forEach(change -> out.append(ChangeMarkdown.of(change)));
    return out.toString().stripTrailing() + "\n";
  }

  private String summary() {
    long added = changes.stream().filter(change -> change.before() == null).count();
    long gone = changes.stream().filter(change -> change.after() == null).count();
    return changes.isEmpty()
        ? "nothing that a reader would see."
        : questions(added)
            + " added, "
            + questions(gone)
            + " removed, "
            + questions(changes.size() - added - gone)
            + " changed.";
  }

  private static String questions(long count) {
    return count + (count == 1 ? " question" : " questions");
  }

  private static String resource(String name) {
    try (InputStream in = BookDifference.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
