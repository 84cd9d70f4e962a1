package answerbook.cli;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.Results;
import answerbook.opinion.Language;
import answerbook.opinion.Listing;
import answerbook.opinion.Opinion;
import answerbook.opinion.OpinionRunner;
import answerbook.opinion.OpinionSettings;
import answerbook.opinion.Opinions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the programs in other languages that a book's questions have, and has them run. */
final class Listings {
  private final Path root;
  private final Diagnostics diagnostics;
  private final Map<String, Question> questions = new TreeMap<>();

  Listings(Path root, Book book, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
    book.questions().forEach(question -> questions.put(stem(question), question));
  }

  /**
   * What they say on the results of the Java programs.
   *
   * @throws IOException if no process can be started or a file can't be read or written
   */
  Opinions run(OpinionSettings settings, Results results) throws IOException {
    List<Listing> listings = new ArrayList<>();
    for (String name : files()) {
      if (Language.ofFile(name).isPresent()) {
        listing(name, results).ifPresent(listings::add);
      } else if (name.endsWith(".json") && Language.ofFile(evidenceOf(name)).isPresent()) {
        refuseStrayEvidence(name);
      }
    }
    Opinions opinions = new OpinionRunner(settings, diagnostics).run(listings);
    opinions.bySlug().forEach(this::expectFailuresInTheAnswer);
    return opinions;
  }

  private Optional<Listing> listing(String name, Results results) {
    SourceFile source = SourceFile.read(root, root.resolve(name));
    String stem = name.substring(0, name.lastIndexOf('.'));
    Question question = questions.get(stem);
    if (question == null) {
      diagnostics.error(
          source,
          Position.START,
          "no question has the listing '" + name + "'",
          Nearest.to(stem, questions.keySet())
              .map(near -> "did you mean '" + near + "'?")
              .orElse("name it after a question's topic and slug"));
      return Optional.empty();
    }
    String program = question.programName();
    ProgramResults own = results.byName().get(program);
    if (own == null && !results.failed().contains(program)) {
      diagnostics.error(
          source,
          Position.START,
          "there is no " + program + ".java to compare with",
          "write it: a second opinion needs a first");
    }
    return Optional.ofNullable(own).map(it -> new Listing(source, program, it.results()));
  }

  private void refuseStrayEvidence(String name) {
    if (!Files.exists(root.resolve(evidenceOf(name)))) {
      diagnostics.error(
          SourceFile.read(root, root.resolve(name)),
          Position.START,
          "there is no " + evidenceOf(name) + " that this would be evidence of",
          "remove it");
    }
  }

  /** Where a program shows that a listing fails, the text has to say so. */
  private void expectFailuresInTheAnswer(String slug, List<Opinion> opinions) {
    Question question =
        questions.values().stream().filter(it -> it.slug().equals(slug)).findAny().orElseThrow();
    String text = question.file().text();
    for (Opinion opinion : opinions) {
      for (String failure : opinion.failures()) {
        String kind = failure.split(":", 2)[0].strip();
        if (!text.contains("`" + kind)) {
          diagnostics.error(
              question.file(),
              Math.max(0, text.indexOf("<details>")),
              opinion.file()
                  + " shows that a listing fails with "
                  + kind
                  + "; the text doesn't say",
              "name `" + kind + "` in the answer");
        }
      }
    }
  }

  private List<String> files() throws IOException {
    Path folder = root.resolve("answers");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(path -> SourceFile.name(root, path))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String evidenceOf(String name) {
    return name.substring(0, name.length() - ".json".length());
  }

  private static String stem(Question question) {
    return "answers/" + question.topic() + "/" + question.slug();
  }
}
