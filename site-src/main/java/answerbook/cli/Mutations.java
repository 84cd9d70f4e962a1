package answerbook.cli;

import answerbook.answer.Outcomes;
import answerbook.answer.Program;
import answerbook.answer.Rehearsal;
import answerbook.answer.RunSettings;
import answerbook.answer.Workbench;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.SourceFile;
import answerbook.mutation.MutationCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Has the programs of some questions, or of all, tested by changing their constants. */
final class Mutations {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Path root;
  private final RunSettings settings;
  private final Diagnostics diagnostics;
  private final PrintStream out;

  Mutations(Path root, RunSettings settings, Diagnostics diagnostics, PrintStream out) {
    this.root = root;
    this.settings = settings;
    this.diagnostics = diagnostics;
    this.out = out;
  }

  /**
   * Tests and tells.
   *
   * @param slugs of questions, with commas between; empty for all
   */
  void run(String slugs) throws IOException {
    Book read = new ContentReader(root, diagnostics).read();
    if (read == null || !diagnostics.isEmpty()) {
      return;
    }
    Set<String> wanted = wanted(slugs, read);
    if (!diagnostics.isEmpty()) {
      return;
    }
    Programs programs = new Programs(root, read, diagnostics);
    Outcomes outcomes = programs.run(settings, new Workbench());
    if (!diagnostics.isEmpty()) {
      return;
    }
    Rehearsal rehearsal = new Rehearsal(settings.timeout(LONGEST));
    MutationCheck check = new MutationCheck(rehearsal, programs.sources(), diagnostics);
    MutationCheck.Tally total = new MutationCheck.Tally(0, 0, 0);
    for (Program program : programs.wanted()) {
      if (wanted.contains(program.name())) {
        MutationCheck.Tally tally = check.check(program, outcomes.of(program.name()).orElseThrow());
        tell(program.name(), tally);
        total = total.plus(tally);
      }
    }
    tell("all", total);
  }

  private void tell(String name, MutationCheck.Tally tally) {
    out.printf(
        "  %-40s %4d constants, %3d of them may vary a little, %3d at will%n",
        name, tally.constants(), tally.robust(), tally.idle());
    out.flush();
  }

  /** The programs of the questions that are named; an unknown name is reported. */
  private Set<String> wanted(String slugs, Book book) {
    SourceFile argument = new SourceFile("-Dquestions", slugs);
    List<String> known = book.questions().map(question -> question.slug()).toList();
    List<String> named =
        Stream.of(slugs.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    for (String slug : named) {
      if (!known.contains(slug)) {
        diagnostics.error(
            argument,
            slugs.indexOf(slug),
            "there is no question '" + slug + "'",
            Nearest.remedy(slug, known, "questions"));
      }
    }
    return book.questions()
        .filter(question -> named.isEmpty() || named.contains(question.slug()))
        .flatMap(question -> question.programNames().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
