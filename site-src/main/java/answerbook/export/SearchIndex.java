package answerbook.export;

import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes {@code data/search.js}, which a page loads when somebody searches: all texts, each once,
 * and no words apart from them. It is a script because a page that was opened as a file can load
 * nothing else.
 */
public final class SearchIndex {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  /**
   * @param site the site's folder
   */
  public SearchIndex(Path site) {
    this.folder = site.resolve("data");
  }

  /** Writes the file: topics, and for each question what {@code search.js} names in this order. */
  public void export(RenderedBook book) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode topics = root.putArray("topics");
    ArrayNode questions = root.putArray("questions");
    for (RenderedTopic topic : book.topics()) {
      for (RenderedQuestion question : topic.questions()) {
        var front = question.source().front();
        questions
            .addArray()
            .add(question.source().address())
            .add(question.title())
            .add(topics.size())
            .add(front.level().name().toLowerCase(Locale.ROOT))
            .add(String.join(" ", front.tags()))
            .add(line(question.plain().question()))
            .add(line(question.plain().answer()));
      }
      topics.add(topic.title().plain());
    }
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("search.js"), "answerbook.index = " + JSON.writeValueAsString(root) + ";\n");
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
