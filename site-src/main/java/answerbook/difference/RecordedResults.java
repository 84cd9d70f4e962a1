package answerbook.difference;

import answerbook.answer.outcome.Checked;
import answerbook.answer.outcome.JsonText;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeJson;
import answerbook.api.Result;
import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.Results;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The results that a book's programs have recorded, read without running one. */
public final class RecordedResults {
  private final Path root;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root
   */
  public RecordedResults(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** The results of all programs of a book's questions; those without a record count as failed. */
  public Results of(Book book) {
    Map<String, Path> sources = sources();
    Map<String, ProgramResults> byName = new TreeMap<>();
    Set<String> failed = new TreeSet<>();
    book.questions()
        .flatMap(question -> question.programNames().stream())
        .filter(sources::containsKey)
        .forEach(
            name -> {
              ProgramResults results = read(sources.get(name));
              if (results == null) {
                failed.add(name);
              } else {
                byName.put(name, results);
              }
            });
    return new Results(byName, failed, Map.of());
  }

  private Map<String, Path> sources() {
    Path folder = root.resolve("answers");
    if (!Files.isDirectory(folder)) {
      return Map.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      Map<String, Path> sources = new HashMap<>();
      walk.filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .forEach(
              path ->
                  sources.put(path.getFileName().toString().replaceFirst("\\.java$", ""), path));
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private ProgramResults read(Path program) {
    SourceFile source = SourceFile.read(root, program);
    Path record =
        program.resolveSibling(program.getFileName().toString().replaceFirst("\\.java$", ".json"));
    if (!Files.exists(record)) {
      String remedy = "record them with: mvn -Danswers.record";
      diagnostics.error(source, Position.START, "no results of this program are recorded", remedy);
      return null;
    }
    SourceFile recorded = SourceFile.read(root, record);
    try {
      return results(source, OutcomeJson.read(JsonText.parse(recorded.text())));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String remedy = "record them anew with: mvn -Danswers.record";
      diagnostics.error(recorded, Position.START, "the recorded results can't be read", remedy);
      return null;
    }
  }

  private static ProgramResults results(SourceFile source, Outcome outcome) {
    Map<String, Result> results = new LinkedHashMap<>();
    outcome.results().forEach((name, shown) -> results.put(name, shown.result()));
    return new ProgramResults(
        source, new ProgramResults.Given(results, Map.of(), checks(outcome), outcome.output()));
  }

  private static List<answerbook.api.Check> checks(Outcome outcome) {
    return outcome.checks().stream().map(Checked::check).toList();
  }
}
