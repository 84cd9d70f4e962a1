package answerbook.lint;

import answerbook.content.Book;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;
import answerbook.markdown.ProgramResults;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A book as lints see it: the parts of it that they are asked about, with what they need to know of
 * the rest.
 *
 * @param parts that are looked at
 * @param facts of all texts by the names of their files; empty where parts are looked at by
 *     themselves
 * @param shown the names of what all programs show, each with its line, by program; empty where
 *     parts are looked at by themselves
 * @param programs all programs that ran well, by name
 * @param sources all text files below {@code answers}, by name
 * @param words the book's terms and its dictionary
 */
record LintedBook(
    Book book,
    Parts parts,
    Map<String, TextFacts> facts,
    Map<String, Map<String, Integer>> shown,
    Map<String, ProgramResults> programs,
    Map<String, SourceFile> sources,
    Words words) {
  /**
   * Parts of a book that are looked at.
   *
   * @param texts by the names of their files
   * @param programs that ran well
   * @param sources text files below {@code answers}
   */
  record Parts(
      Map<String, Manuscript> texts,
      Collection<ProgramResults> programs,
      Collection<SourceFile> sources) {}

  /** The texts that are looked at, by the names of their files. */
  Map<String, Manuscript> texts() {
    return parts.texts();
  }

  /** The questions that are looked at, in reading order. */
  Stream<LintedQuestion> questions() {
    return book.questions()
        .map(
            question ->
                new LintedQuestion(
                    question,
                    parts.texts().get(question.file().name()),
                    facts.get(question.file().name())))
        .filter(question -> question.text() != null || question.facts() != null);
  }

  /** The programs of a question that ran well, in the order of their names. */
  Stream<ProgramResults> programsOf(LintedQuestion question) {
    return question.question().programNames().stream()
        .filter(programs::containsKey)
        .map(programs::get)
        .sorted(Comparator.comparing(program -> program.source().name()));
  }

  /** The sources that are looked at whose name ends in {@code ending}. */
  Stream<SourceFile> sources(String ending) {
    return parts.sources().stream().filter(source -> source.name().endsWith(ending));
  }
}
