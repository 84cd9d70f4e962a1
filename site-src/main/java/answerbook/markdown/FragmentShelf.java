package answerbook.markdown;

import answerbook.content.Question;
import answerbook.diagnostic.SourceFile;
import answerbook.opinion.Opinion;
import answerbook.store.ContentSum;
import answerbook.store.EntryFolder;
import answerbook.store.EntryFolder.Entry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Questions as earlier builds rendered them, of this process or, with a folder, of those before it;
 * each with all that it depends on, so that only what has changed is rendered again. A question
 * with a mistake is never kept, since mending it may take a change anywhere.
 */
public final class FragmentShelf {
  /** Bytes of texts that stay in memory once rendered; those beyond are read from the folder. */
  private static final long MOST_HELD = 48L << 20;

  /**
   * A question on the shelf.
   *
   * @param needs what it was rendered from
   * @param formulas which formulas stand in it
   * @param listings which listings stand in it
   */
  record Kept(
      Map<String, String> needs,
      RenderedQuestion rendered,
      List<LinkUse> links,
      Collection<String> formulas,
      Collection<String> listings) {
    private Kept with(RenderedQuestion same) {
      return new Kept(needs, same, links, formulas, listings);
    }
  }

  /**
   * A short text on the shelf.
   *
   * @param formulas which formulas stand in it
   */
  record KeptText(String html, Set<String> formulas) {}

  private final Optional<EntryFolder> folder;
  private final Map<String, Optional<Entry>> entries = new ConcurrentHashMap<>();
  private final Map<String, Kept> byFile = new ConcurrentHashMap<>();
  private final Map<String, Manuscript> manuscripts = new ConcurrentHashMap<>();
  private final Map<String, KeptText> texts = new ConcurrentHashMap<>();
  private final AtomicLong held = new AtomicLong();

  /** A shelf for this process alone. */
  public FragmentShelf() {
    this.folder = Optional.empty();
  }

  /**
   * A shelf for processes to come.
   *
   * @param folder where questions are kept
   */
  public FragmentShelf(EntryFolder folder) {
    this.folder = Optional.of(folder);
  }

  /**
   * Whether something was kept of a question's text as it is now, whatever has become of the rest.
   */
  boolean hasText(Question question) {
    Map<String, String> needs = needs(question);
    return needs != null && Needs.isOfText(needs, question);
  }

  private Map<String, String> needs(Question question) {
    Kept kept = byFile.get(question.file().name());
    if (kept == null && folder.isPresent()) {
      return entry(question).map(KeptForm::needs).orElse(null);
    }
    return kept == null ? null : kept.needs();
  }

  private Optional<Entry> entry(Question question) {
    return entries.computeIfAbsent(name(question), folder.get()::find);
  }

  /** What was kept of a question, if everything that it depends on is as it was; or null. */
  Kept find(Question question, Needs now, List<Opinion> opinions) {
    Kept kept = byFile.get(question.file().name());
    if (kept == null && folder.isPresent()) {
      Entry entry = entry(question).orElse(null);
      entries.remove(name(question));
      boolean isGood = entry != null && now.areMet(KeptForm.needs(entry), question);
      return isGood ? new KeptForm(now.root(), question).read(entry, opinions) : null;
    }
    return kept != null && now.areMet(kept.needs(), question) ? kept : null;
  }

  /**
   * Names what was rendered, and keeps it if that is wanted.
   *
   * @return the same, whose texts may be read from the folder from now on
   */
  Kept keep(Kept kept, boolean wanted) {
    List<byte[]> parts = KeptForm.parts(kept);
    if (!wanted || folder.isEmpty()) {
      Kept named = kept.with(kept.rendered().with(kept.rendered().texts(), sum(parts)));
      if (wanted) {
        byFile.put(kept.rendered().source().file().name(), named);
      }
      return named;
    }
    Question question = kept.rendered().source();
    Entry entry = folder.get().put(name(question), parts);
    long size = parts.stream().mapToLong(part -> part.length).sum();
    RenderedQuestion.Texts same =
        held.addAndGet(size) <= MOST_HELD ? kept.rendered().texts() : KeptForm.texts(entry);
    return kept.with(kept.rendered().with(same, entry.sum()));
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
    if (folder.isPresent()) {
      return reader.get();
    }
    Manuscript kept = manuscripts.get(file.name());
    if (kept == null || !kept.file().text().equals(file.text())) {
      kept = reader.get();
      manuscripts.put(file.name(), kept);
    }
    return kept;
  }

  /** Forgets the questions that the book no longer has. */
  void keepOnly(Collection<Question> questions) {
    Set<String> files =
        questions.stream().map(question -> question.file().name()).collect(Collectors.toSet());
    byFile.keySet().retainAll(files);
    manuscripts.keySet().retainAll(files);
    folder.ifPresent(
        it -> it.keepOnly(questions.stream().map(FragmentShelf::name).collect(Collectors.toSet())));
  }

  /** A slug has no hyphen twice, so no two questions have one entry. */
  private static String name(Question question) {
    return question.topic() + "--" + question.slug();
  }

  private static String sum(List<byte[]> parts) {
    ContentSum sum = new ContentSum();
    parts.forEach(
        part -> {
          sum.text(Integer.toString(part.length));
          sum.bytes(part);
        });
    return sum.toString();
  }
}
