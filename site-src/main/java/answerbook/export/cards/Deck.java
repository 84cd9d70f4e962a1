package answerbook.export.cards;

import answerbook.content.Book;
import answerbook.export.Archive;
import answerbook.export.Edition;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The book as a deck of flash cards: a package that Anki imports. Importing a later release changes
 * the notes that a reader has and keeps what they know of them.
 */
public final class Deck implements Edition {
  private final Path root;
  private final Book book;
  private final RenderedBook rendered;
  private final long seconds;

  /**
   * @param root the book's root, which holds {@code site-src}
   * @param seconds when this release was made, since 1970
   */
  public Deck(Path root, Book book, RenderedBook rendered, long seconds) {
    this.root = root;
    this.book = book;
    this.rendered = rendered;
    this.seconds = seconds;
  }

  @Override
  public String file() {
    return "cards.apkg";
  }

  @Override
  public String title() {
    return "Flash cards, one for each question";
  }

  @Override
  public String form() {
    return "Anki deck";
  }

  @Override
  public Job prepare() throws IOException {
    Media media = new Media(read("print/figure.css") + FONT);
    List<Note> notes = notes(media);
    CardLayout layout =
        new CardLayout(
            read("editions/cards/front.html"),
            read("editions/cards/back.html"),
            read("editions/cards/card.css"));
    long released = Math.max(CollectionSettings.CREATED, seconds);
    CollectionSettings settings = new CollectionSettings(rendered, layout, released);
    Archive archive = new Archive();
    archive.add("collection.anki2", new Collection(settings).with(notes));
    media.addTo(archive);
    return archive;
  }

  private static final String FONT = "text { font-family: Helvetica, Arial, sans-serif; }\n";

  private List<Note> notes(Media media) {
    NoteWriter writer = new NoteWriter(book.settings().url(), rendered.references(), media);
    List<Note> notes = new ArrayList<>();
    Set<Long> ids = new HashSet<>();
    for (RenderedTopic topic : rendered.topics()) {
      for (RenderedQuestion question : topic.questions()) {
        Note note = writer.note(topic, question);
        if (!ids.add(note.id())) {
          throw new IllegalStateException("two notes have one id, as " + note.slug());
        }
        notes.add(note);
      }
    }
    return notes;
  }

  private String read(String file) throws IOException {
    return Files.readString(root.resolve("site-src").resolve(file));
  }
}
