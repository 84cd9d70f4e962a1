package answerbook.cli;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.ReadableTex;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.math.MathRenderer;
import answerbook.picture.LinkPicture;
import answerbook.picture.LinkPicture.Words;
import answerbook.provenance.FileHistory;
import answerbook.store.ClassPathSum;
import answerbook.store.ContentSum;
import answerbook.store.LastSite;
import answerbook.syndication.Syndication;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Makes what a site shows outside of its pages: files for machines, and the pictures of links. Only
 * whole addresses lead to pictures, so a site without an address has none.
 */
final class Outreach {
  private static final String FONTS = "site-src/print/fonts";
  private static final String OPERATORS =
      MathRenderer.KATEX_FOLDER + "fonts/KaTeX_Main-Regular.ttf";

  private final Path root;
  private final LastSite last;
  private final Diagnostics diagnostics;
  private String fonts = "";

  Outreach(Path root, LastSite last, Diagnostics diagnostics) {
    this.root = root;
    this.last = last;
    this.diagnostics = diagnostics;
  }

  void export(Book book, RenderedBook rendered, FileHistory history) throws IOException {
    new Syndication(last).export(book, rendered, history);
    if (!book.settings().url().isEmpty()) {
      pictures(book, rendered);
    }
  }

  private void pictures(Book book, RenderedBook rendered) throws IOException {
    ContentSum sum = new ContentSum();
    sum.tree(root.resolve(FONTS));
    fonts = ClassPathSum.get() + sum;
    LinkPicture picture = new LinkPicture(root.resolve(FONTS), operators());
    String name = rendered.title().plain();
    Words home = new Words(name, "", book.settings().description(), "");
    write(picture, home, "index.html", new Title(book.file(), book.title().offset()));
    for (int i = 0; i < rendered.topics().size(); i++) {
      RenderedTopic topic = rendered.topics().get(i);
      var source = book.topics().get(i);
      int count = topic.questions().size();
      String above = "Topic " + source.number();
      String below = count + " question" + (count == 1 ? "" : "s");
      Words words = new Words(name, above, ReadableTex.of(topic.title().plain()), below);
      write(picture, words, source.address(), new Title(source.file(), source.title().offset()));
      for (RenderedQuestion question : topic.questions()) {
        question(picture, name, topic, question);
      }
    }
  }

  private void question(
      LinkPicture picture, String name, RenderedTopic topic, RenderedQuestion question)
      throws IOException {
    Question source = question.source();
    String above = topic.title().plain() + " · Question " + source.number();
    String level = source.front().level().name().toLowerCase(Locale.ROOT);
    Words words = new Words(name, above, ReadableTex.of(question.title()), level);
    Title title = new Title(source.file(), source.front().title().offset());
    write(picture, words, source.address(), title);
  }

  /** Where the words of a picture come from, for mistakes in them. */
  private record Title(SourceFile file, int offset) {}

  private void write(LinkPicture picture, Words words, String page, Title title)
      throws IOException {
    String address = "pictures/" + page.replaceFirst("\\.html$", ".png");
    String sum = ContentSum.of(fonts, words.toString());
    if (last.take(address, sum)) {
      return;
    }
    Set<String> missing = picture.missing(words);
    if (!missing.isEmpty()) {
      String message = "no font of pictures has " + String.join(" ", missing);
      diagnostics.error(title.file(), title.offset(), message, "write the title in another way");
    }
    last.note(address, sum);
    Path file = last.next().resolve(address);
    Files.createDirectories(file.getParent());
    Files.write(file, picture.png(words));
  }

  private static byte[] operators() throws IOException {
    try (InputStream in = Outreach.class.getResourceAsStream(OPERATORS)) {
      return in.readAllBytes();
    }
  }
}
