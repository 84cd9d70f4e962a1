package answerbook.lint;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.content.Topic;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.ProgramResults;
import answerbook.store.ByteReader;
import answerbook.store.ByteWriter;
import answerbook.store.ContentSum;
import answerbook.store.EntryFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which texts, programs and sources were found to be good, each by a sum of all that a finding
 * could come from, and the facts of texts. What has a finding is looked at each time.
 */
public final class LintMemory {
  private static final String ENTRY = "good";

  private final Optional<EntryFolder> folder;

  /** One that forgets. */
  public LintMemory() {
    this.folder = Optional.empty();
  }

  /**
   * @param folder where it is kept for other processes
   */
  public LintMemory(EntryFolder folder) {
    this.folder = Optional.of(folder);
  }

  /** What is known of a book as it is now. */
  Recall recall(LintedBook book) {
    return new Recall(book);
  }

  /** What is known of a book, and what is learnt. */
  final class Recall {
    private final LintedBook book;
    private final Map<String, TextFacts> facts = new ConcurrentHashMap<>();
    private final Map<String, byte[]> known = new HashMap<>();
    private final Map<String, String> sums = new HashMap<>();
    private final List<SourceFile> newTexts = new ArrayList<>();
    private final Set<String> goodParts = new HashSet<>();
    private final Map<String, Map<String, Integer>> knownPrograms = new HashMap<>();
    private final Map<String, Map<String, Integer>> shown = new TreeMap<>();
    private final String words;

    private Recall(LintedBook book) {
      this.book = book;
      this.words = ContentSum.of(book.words().dictionary().text(), book.words().terms().text());
      folder.flatMap(it -> it.find(ENTRY)).ifPresent(entry -> read(new ByteReader(entry.first())));
      book.programs()
          .forEach(
              (name, program) ->
                  shown.put(
                      name,
                      Optional.ofNullable(knownPrograms.get(program.sum()))
                          .orElseGet(() -> linesOf(program))));
      Book all = book.book();
      look(all.file(), "");
      for (Topic topic : all.topics()) {
        look(topic.file(), "");
        topic.questions().forEach(question -> look(question.file(), programs(question)));
      }
    }

    private void read(ByteReader in) {
      goodParts.addAll(in.texts());
      for (int left = in.number(); left > 0; left--) {
        Map<String, Integer> names = new LinkedHashMap<>();
        knownPrograms.put(in.text(), names);
        for (int more = in.number(); more > 0; more--) {
          names.put(in.text(), in.number());
        }
      }
      for (int left = in.number(); left > 0; left--) {
        String sum = in.text();
        TextFacts text = TextFacts.read(in);
        known.put(sum, text.bytes());
      }
    }

    private void look(SourceFile text, String programs) {
      String sum = ContentSum.of(text.name(), text.text(), words, programs);
      sums.put(text.name(), sum);
      byte[] old = known.get(sum);
      if (old == null) {
        newTexts.add(text);
      } else {
        facts.put(text.name(), TextFacts.read(new ByteReader(old)));
      }
    }

    /** What a text is compared with. */
    private String programs(Question question) {
      return question.programNames().stream()
          .filter(book.programs()::containsKey)
          .map(book.programs()::get)
          .map(ProgramResults::sum)
          .collect(Collectors.joining(" "));
    }

    List<SourceFile> newTexts() {
      return newTexts;
    }

    List<ProgramResults> newPrograms() {
      return book.programs().values().stream()
          .filter(program -> !goodParts.contains(program.sum()))
          .toList();
    }

    List<SourceFile> newSources() {
      return book.sources().values().stream()
          .filter(source -> !goodParts.contains(ContentSum.of(source.name(), source.text())))
          .toList();
    }

    void learn(String file, TextFacts learnt) {
      facts.put(file, learnt);
    }

    Map<String, TextFacts> facts() {
      return facts;
    }

    /** The names of what programs show, each with its line. */
    Map<String, Map<String, Integer>> shown() {
      return shown;
    }

    /** Keeps that all of the book is good. */
    void keep() {
      Set<String> parts = new TreeSet<>();
      book.programs().values().forEach(program -> parts.add(program.sum()));
      book.sources()
          .values()
          .forEach(source -> parts.add(ContentSum.of(source.name(), source.text())));
      boolean isKnown =
          newTexts.isEmpty() && known.size() == sums.size() && goodParts.equals(parts);
      if (folder.isEmpty() || isKnown) {
        return;
      }
      ByteWriter out = new ByteWriter().texts(parts).number(shown.size());
      shown.forEach(
          (name, lines) -> {
            out.text(book.programs().get(name).sum()).number(lines.size());
            lines.forEach((result, line) -> out.text(result).number(line));
          });
      out.number(sums.size());
      new TreeMap<>(sums).forEach((file, sum) -> out.text(sum).bytes(facts.get(file).bytes()));
      folder.get().put(ENTRY, List.of(out.bytes()));
    }
  }

  private static Map<String, Integer> linesOf(ProgramResults program) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    program
        .results()
        .keySet()
        .forEach(name -> lines.put(name, program.lines().getOrDefault(name, 1)));
    return lines;
  }
}
