package answerbook.cli;

import answerbook.answer.Later;
import answerbook.answer.Outcomes;
import answerbook.answer.Program;
import answerbook.answer.RunSettings;
import answerbook.answer.SnippetRunner;
import answerbook.answer.Workbench;
import answerbook.answer.outcome.Checked;
import answerbook.answer.outcome.Outcome;
import answerbook.api.Result;
import answerbook.content.Book;
import answerbook.content.Located;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.ProgramResults.Given;
import answerbook.markdown.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the programs of a book's questions and has them run. */
final class Programs {
  private static final Pattern MAIN = Pattern.compile("\\bstatic\\s+void\\s+main\\s*\\(");

  private final Book book;
  private final Diagnostics diagnostics;
  private final Map<String, SourceFile> sources = new TreeMap<>();
  private final Set<Program> wanted = new java.util.LinkedHashSet<>();

  Programs(Path root, Book book, Diagnostics diagnostics) {
    this.book = book;
    this.diagnostics = diagnostics;
    for (Path file : files(root.resolve("answers"))) {
      SourceFile source = SourceFile.read(root, file);
      sources.put(className(source), source);
    }
    book.questions().forEach(this::want);
    refuseOrphans();
  }

  /** All of {@code answers/}: the programs and the classes that they may call. */
  Collection<SourceFile> sources() {
    return List.copyOf(sources.values());
  }

  /** The programs that questions have. */
  List<Program> wanted() {
    return List.copyOf(wanted);
  }

  /** Runs what has changed since the last build; the rest comes from the cache. */
  Outcomes run(RunSettings settings, Workbench bench) {
    return new SnippetRunner(settings, sources.values(), bench).run(wanted, diagnostics);
  }

  /** Runs a part of them, without any use of what they yield but to keep it. */
  Outcomes run(RunSettings settings, Shard shard) {
    return new SnippetRunner(settings, sources.values()).run(shard.of(wanted), diagnostics);
  }

  /** What the Markdown may insert. */
  Results results(Outcomes outcomes) {
    Map<String, ProgramResults> byName = new TreeMap<>();
    Set<String> failed = new TreeSet<>();
    for (Program program : wanted) {
      outcomes
          .later(program.name())
          .ifPresentOrElse(
              outcome ->
                  byName.put(
                      program.name(),
                      results(program, outcome, outcomes.sums().get(program.name()))),
              () -> failed.add(program.name()));
    }
    return new Results(byName, failed, Map.of());
  }

  private static ProgramResults results(Program program, Supplier<Outcome> outcome, String sum) {
    return new ProgramResults(program.source(), new Later<>(() -> given(outcome.get())), sum);
  }

  private static Given given(Outcome outcome) {
    Map<String, Result> results = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    outcome
        .results()
        .forEach(
            (name, shown) -> {
              results.put(name, shown.result());
              lines.put(name, Math.max(1, shown.line()));
            });
    return new Given(
        results, lines, outcome.checks().stream().map(Checked::check).toList(), outcome.output());
  }

  private void want(Question question) {
    SourceFile own = sources.get(question.programName());
    if (own != null) {
      wanted.add(new Program(question.programName(), own));
    }
    for (Located snippet : question.front().snippets()) {
      SourceFile source = sources.get(snippet.text());
      if (source == null) {
        String remedy = Nearest.remedy(snippet.text(), sources.keySet(), "programs");
        diagnostics.error(
            question.file(),
            snippet.offset(),
            "there is no program '" + snippet.text() + "'",
            remedy);
      } else {
        wanted.add(new Program(snippet.text(), source));
      }
    }
  }

  /** A program that no question has would never be seen. */
  private void refuseOrphans() {
    Set<String> names = new TreeSet<>();
    wanted.forEach(program -> names.add(program.name()));
    Set<String> expected = new TreeSet<>();
    book.questions().forEach(question -> expected.add(question.programName()));
    sources.forEach(
        (name, source) -> {
          Matcher main = MAIN.matcher(source.text());
          if (!names.contains(name) && main.find()) {
            diagnostics.error(
                source,
                source.lineStart(source.position(main.start()).line()),
                "no question has the program '" + name + "'",
                Nearest.to(name, expected)
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse(
                        "name it after a question's slug, or list it under the question's"
                            + " 'snippets'"));
          }
        });
  }

  private static String className(SourceFile source) {
    String name = source.name();
    return name.substring(name.lastIndexOf('/') + 1, name.length() - ".java".length());
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
