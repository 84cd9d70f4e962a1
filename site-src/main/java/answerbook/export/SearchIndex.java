package answerbook.export;

import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.Results;
import answerbook.store.KeptTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes {@code data/search.js}, which a page loads when somebody searches: all texts, each once,
 * and no words apart from them. It is a script because a page that was opened as a file can load
 * nothing else.
 */
public final class SearchIndex {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Results NO_RESULTS = new Results(Map.of(), Set.of(), Map.of());

  private final Path folder;
  private final KeptTexts kept;

  /**
   * @param site the site's folder
   * @param kept what search reads of questions
   */
  public SearchIndex(Path site, KeptTexts kept) {
    this.folder = site.resolve("data");
    this.kept = kept;
  }

  /** Writes the file: topics, and for each question what {@code search.js} names in this order. */
  public void export(RenderedBook book) throws IOException {
    List<String> titles = book.topics().stream().map(topic -> topic.title().plain()).toList();
    Files.createDirectories(folder);
    try (Writer out = Files.newBufferedWriter(folder.resolve("search.js"))) {
      out.write("answerbook.index = {\"topics\":" + JSON.writeValueAsString(titles));
      String separator = ",\"questions\":[";
      for (int topic = 0; topic < titles.size(); topic++) {
        int number = topic;
        for (RenderedQuestion question : book.topics().get(topic).questions()) {
          String sum = QuestionText.sum(question, NO_RESULTS, "search " + number);
          out.write(separator + kept.get(sum, () -> text(question, number)));
          separator = ",";
        }
      }
      out.write(separator.equals(",") ? "]};\n" : separator + "]};\n");
    }
    kept.save();
  }

  private static String text(RenderedQuestion question, int topic) {
    var front = question.source().front();
    ArrayNode parts =
        JSON.createArrayNode()
            .add(question.source().address())
            .add(question.title())
            .add(topic)
            .add(front.level().name().toLowerCase(Locale.ROOT))
            .add(String.join(" ", front.tags()))
            .add(line(question.plain().question()))
            .add(line(question.plain().answer()));
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
