package answerbook.markdown;

import java.util.List;
import java.util.Map;

/**
 * The whole book, ready for its pages.
 *
 * @param title of the book
 * @param introduction HTML
 * @param topics in reading order
 * @param references HTML by key, in the order of keys
 */
public record RenderedBook(
    Text title, Text introduction, List<RenderedTopic> topics, Map<String, String> references) {
  /**
   * A piece of text.
   *
   * @param html with symbolic addresses
   */
  public record Text(String plain, String html) {}

  /**
   * A topic, ready for its pages.
   *
   * @param slug of the topic
   * @param questions in reading order
   */
  public record RenderedTopic(
      String slug, Text title, Text introduction, List<RenderedQuestion> questions) {}
}
