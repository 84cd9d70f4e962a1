package answerbook.lint;

import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.lint.LintedBook.Parts;
import answerbook.markdown.Manuscript;
import answerbook.markdown.Results;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All lints.
 *
 * <pre>{@code
 * int kinds = new Linter(root, memory, diagnostics).check(book, texts, results);
 * }</pre>
 */
public final class Linter {
  private static final List<Lint> LINTS =
      List.of(
          new TypedNumberLint(),
          new UnusedResultLint(),
          new UnusedRegionLint(),
          new SubstanceLint(),
          new RepetitionLint(),
          new SubQuestionLint(),
          new BibliographyLint(),
          new TermLint(),
          new SpellingLint(),
          new OpenTaskLint(),
          new FigureTextLint(),
          new ReproducibilityLint(),
          new ListingReproducibilityLint());

  /** Texts that are looked at together; each thread makes itself a dictionary for them. */
  private static final int BATCH = 60;

  private final Path root;
  private final LintMemory memory;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root
   * @param memory of what was found to be good
   */
  public Linter(Path root, LintMemory memory, Diagnostics diagnostics) {
    this.root = root;
    this.memory = memory;
    this.diagnostics = diagnostics;
  }

  /**
   * Lints a book. Where something else is wrong with it, only that is looked for which doesn't
   * depend on it.
   *
   * @param texts gives a file's text as it was written
   * @return how many kinds of finding were looked for
   */
  public int check(Book book, Function<SourceFile, Manuscript> texts, Results results) {
    boolean good = diagnostics.isEmpty();
    LintedBook whole =
        new LintedBook(
            book,
            new Parts(Map.of(), List.of(), List.of()),
            Map.of(),
            Map.of(),
            new TreeMap<>(results.byName()),
            Sources.answers(root),
            Sources.words(root));
    Diagnostics findings = new Diagnostics();
    LintMemory.Recall recall = memory.recall(whole);
    look(whole, new Parts(Map.of(), recall.newPrograms(), recall.newSources()), findings);
    batches(recall.newTexts()).parallelStream()
        .forEach(files -> look(whole, files, texts, recall, findings));
    compare(whole, recall, good, findings);
    if (good && findings.isEmpty()) {
      recall.keep();
    }
    diagnostics.addAll(findings.all());
    return (int) LINTS.stream().filter(lint -> good || !lint.needsGoodBook()).count();
  }

  private static List<List<SourceFile>> batches(List<SourceFile> files) {
    List<List<SourceFile>> batches = new ArrayList<>();
    for (int from = 0; from < files.size(); from += BATCH) {
      batches.add(files.subList(from, Math.min(files.size(), from + BATCH)));
    }
    return batches;
  }

  private static void look(
      LintedBook whole,
      List<SourceFile> files,
      Function<SourceFile, Manuscript> texts,
      LintMemory.Recall recall,
      Diagnostics findings) {
    Map<String, Manuscript> batch =
        files.stream()
            .collect(Collectors.toMap(SourceFile::name, texts, (a, b) -> a, TreeMap::new));
    batch.forEach((name, text) -> recall.learn(name, TextFacts.of(text)));
    look(whole, new Parts(batch, List.of(), List.of()), findings);
  }

  private static void look(LintedBook whole, Parts parts, Diagnostics findings) {
    LintedBook book =
        new LintedBook(
            whole.book(),
            parts,
            Map.of(),
            Map.of(),
            whole.programs(),
            whole.sources(),
            whole.words());
    LINTS.stream()
        .filter(lint -> !lint.comparesParts())
        .forEach(lint -> lint.check(book, findings));
  }

  private static void compare(
      LintedBook whole, LintMemory.Recall recall, boolean good, Diagnostics findings) {
    LintedBook book =
        new LintedBook(
            whole.book(),
            new Parts(Map.of(), List.of(), whole.sources().values()),
            recall.facts(),
            recall.shown(),
            whole.programs(),
            whole.sources(),
            whole.words());
    LINTS.stream()
        .filter(lint -> lint.comparesParts() && (good || !lint.needsGoodBook()))
        .forEach(lint -> lint.check(book, findings));
  }
}
