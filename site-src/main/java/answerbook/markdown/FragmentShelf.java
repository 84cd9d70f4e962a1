package answerbook.markdown;

import answerbook.content.Question;
import answerbook.content.Reference;
import answerbook.diagnostic.SourceFile;
import answerbook.opinion.Opinion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Questions as earlier builds of the same process rendered them, each with all that it depends on,
 * so that only what has changed is rendered again. A question with a mistake is never kept, since
 * mending it may take a change anywhere.
 */
public final class FragmentShelf {
  /**
   * What a question was rendered from.
   *
   * @param programs what its own programs gave
   * @param linked the titles of the questions that it links to, by their files
   * @param cited the works that it cites, by their keys
   * @param files what it shows of other files, by their names
   */
  record Sources(
      Question question,
      Programs programs,
      List<Opinion> opinions,
      Map<String, String> linked,
      Map<String, Reference> cited,
      Map<String, String> files) {}

  /**
   * A question on the shelf.
   *
   * @param formulas which formulas stand in it
   * @param listings which listings stand in it
   */
  record Kept(
      Sources sources,
      RenderedQuestion rendered,
      List<LinkUse> links,
      Set<String> formulas,
      Set<String> listings) {}

  /**
   * A short text on the shelf.
   *
   * @param formulas which formulas stand in it
   */
  record KeptText(String html, Set<String> formulas) {}

  private final Map<String, Kept> byFile = new ConcurrentHashMap<>();
  private final Map<String, Manuscript> manuscripts = new ConcurrentHashMap<>();
  private final Map<String, KeptText> texts = new ConcurrentHashMap<>();

  /** What was kept of a question's text as it is now, whatever has become of the rest; or null. */
  Kept ofText(Question question) {
    Kept kept = byFile.get(question.file().name());
    return kept != null && isSame(kept.sources().question(), question) ? kept : null;
  }

  /**
   * What was kept of a question, if everything that it depends on is as it was; or null.
   *
   * @param programs what its programs give now
   */
  Kept find(Question question, Programs programs, List<Opinion> opinions, BookNames names) {
    Kept kept = ofText(question);
    return kept != null
            && programs.areLike(kept.sources().programs(), question.programNames())
            && opinions.equals(kept.sources().opinions())
            && names.agreeWith(kept.sources())
        ? kept
        : null;
  }

  void keep(Kept kept) {
    byFile.put(kept.sources().question().file().name(), kept);
  }

  /** A short text that depends on nothing else, or null. */
  KeptText find(String text) {
    return texts.get(text);
  }

  void keep(String text, KeptText kept) {
    texts.put(text, kept);
  }

  /** A question's file as it was written, taken apart by {@code reader} if it wasn't before. */
  Manuscript manuscript(SourceFile file, Supplier<Manuscript> reader) {
    Manuscript kept = manuscripts.get(file.name());
    if (kept == null || !kept.file().text().equals(file.text())) {
      kept = reader.get();
      manuscripts.put(file.name(), kept);
    }
    return kept;
  }

  /** Forgets the questions that the book no longer has. */
  void keepOnly(Set<String> files) {
    byFile.keySet().retainAll(files);
    manuscripts.keySet().retainAll(files);
  }

  private static boolean isSame(Question one, Question other) {
    return one.number() == other.number()
        && one.topic().equals(other.topic())
        && one.file().text().equals(other.file().text());
  }

  /** What the scope of a rendered question has learnt that it depends on. */
  static Sources sources(QuestionRenderer renderer, BookNames names) {
    Map<String, String> linked = new LinkedHashMap<>();
    renderer
        .links()
        .forEach(
            link ->
                Optional.ofNullable(names.bySlug().get(link.slug()))
                    .ifPresent(
                        question ->
                            linked.put(question.file().name(), question.front().title().text())));
    Map<String, Reference> cited = new LinkedHashMap<>();
    renderer.citations().forEach(key -> cited.put(key, names.references().get(key)));
    return new Sources(
        renderer.question(),
        renderer.programs(),
        renderer.opinions(),
        linked,
        cited,
        renderer.files());
  }
}
