package answerbook.markdown;

import answerbook.content.Question;
import answerbook.content.Reference;
import answerbook.diagnostic.SourceFile;
import answerbook.store.ContentSum;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a rendered question depends on, by name, each as a text that changes with it. What a
 * question takes from elsewhere in the book is learnt while it is rendered; whether it may be used
 * again is asked before.
 */
final class Needs {
  /** What is not there, or can't be named; a question that needs it is rendered each time. */
  private static final String UNKNOWN = "";

  private static final String TEXT = "text";
  private static final String PROGRAMS = "programs";
  private static final String OPINIONS = "opinions";
  private static final String TITLE = "title ";
  private static final String WORK = "work ";
  private static final String FILE = "file ";

  private final BookNames names;
  private final Results results;

  Needs(BookNames names, Results results) {
    this.names = names;
    this.results = results;
  }

  /** The book's root. */
  Path root() {
    return names.root();
  }

  /** What a question that was just rendered needs. */
  Map<String, String> of(QuestionRenderer renderer) {
    Map<String, String> needs = new TreeMap<>();
    for (String name : List.of(TEXT, PROGRAMS, OPINIONS)) {
      needs.put(name, now(name, renderer.question()));
    }
    for (LinkUse link : renderer.links()) {
      Question linked = names.bySlug().get(link.slug());
      if (linked != null) {
        needs.put(TITLE + linked.file().name(), linked.front().title().text());
      }
    }
    renderer.citations().forEach(key -> needs.put(WORK + key, work(key)));
    renderer.files().forEach((name, text) -> needs.put(FILE + name, ContentSum.of(text)));
    return needs;
  }

  /** Whether everything is as it was. */
  boolean areMet(Map<String, String> needs, Question question) {
    return needs.entrySet().stream()
        .allMatch(
            need ->
                !need.getValue().equals(UNKNOWN)
                    && need.getValue().equals(now(need.getKey(), question)));
  }

  /** Whether the needs are those of a question's text as it is now. */
  static boolean isOfText(Map<String, String> needs, Question question) {
    return text(question).equals(needs.get(TEXT));
  }

  private static String text(Question question) {
    return ContentSum.of(
        question.topic() + " " + question.number() + "\n" + question.file().text());
  }

  private String now(String need, Question question) {
    if (need.equals(TEXT)) {
      return text(question);
    } else if (need.equals(PROGRAMS)) {
      return programs(question);
    } else if (need.equals(OPINIONS)) {
      return QuestionRenderer.opinions(question, results).toString();
    } else if (need.startsWith(TITLE)) {
      Question linked = names.questions().get(need.substring(TITLE.length()));
      return linked == null ? UNKNOWN : linked.front().title().text();
    } else if (need.startsWith(WORK)) {
      return work(need.substring(WORK.length()));
    } else {
      return file(need.substring(FILE.length()));
    }
  }

  /** Names what the programs of a question gave. */
  private String programs(Question question) {
    StringBuilder all = new StringBuilder("programs");
    for (String name : question.programNames()) {
      ProgramResults given = results.byName().get(name);
      if (results.failed().contains(name) || (given != null && given.sum().isEmpty())) {
        return UNKNOWN;
      }
      all.append(' ').append(name).append(' ').append(given == null ? "none" : given.sum());
    }
    return all.toString();
  }

  /** What text tells of a work, wherever in the bibliography it stands. */
  private String work(String key) {
    Reference work = names.references().get(key);
    return work == null ? UNKNOWN : work.citedAuthors() + " " + work.citedYear();
  }

  private String file(String name) {
    Path file = names.root().resolve(name);
    return Files.isRegularFile(file)
        ? ContentSum.of(SourceFile.read(names.root(), file).text())
        : UNKNOWN;
  }
}
