package answerbook.lint;

import answerbook.content.Book;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.Results;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A book as lints see it.
 *
 * @param texts all texts by the names of their files
 * @param programs all programs that ran well, by name
 * @param sources all text files below {@code answers}, by name
 * @param words the book's terms and its dictionary
 */
record LintedBook(
    Book book,
    Map<String, Manuscript> texts,
    Map<String, ProgramResults> programs,
    Map<String, SourceFile> sources,
    Words words) {
  static LintedBook of(Book book, List<Manuscript> texts, Results results, Sources sources) {
    Map<String, Manuscript> byName =
        texts.stream()
            .collect(
                Collectors.toMap(
                    text -> text.file().name(),
                    Function.identity(),
                    (first, second) -> first,
                    TreeMap::new));
    return new LintedBook(
        book, byName, new TreeMap<>(results.byName()), sources.answers(), sources.words());
  }

  /** All questions in reading order. */
  Stream<LintedQuestion> questions() {
    return book.questions()
        .map(question -> new LintedQuestion(question, texts.get(question.file().name())));
  }

  /** The programs of a question that ran well, in the order of their names. */
  Stream<ProgramResults> programsOf(LintedQuestion question) {
    return question.question().programNames().stream()
        .filter(programs::containsKey)
        .map(programs::get)
        .sorted(Comparator.comparing(program -> program.source().name()));
  }

  /** All sources whose name ends in {@code ending}. */
  Stream<SourceFile> sources(String ending) {
    return sources.values().stream().filter(source -> source.name().endsWith(ending));
  }
}
