package answerbook.content;

import answerbook.diagnostic.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that authors wrote.
 *
 * @param file {@code content/index.md}
 * @param title may hold {@code $…$}
 * @param settings what the site is called and where it is published
 * @param bodyOffset where in the file the introduction starts
 * @param topics in reading order
 * @param bibliography the file of references; an empty text where there is none
 * @param references by key
 */
public record Book(
    SourceFile file,
    Located title,
    Settings settings,
    int bodyOffset,
    List<Topic> topics,
    SourceFile bibliography,
    Map<String, Reference> references) {

  /**
   * Settings of the whole site.
   *
   * @param description one sentence for search engines
   * @param url where it is published, ending in {@code /}; empty if nowhere
   * @param repository where its sources are; empty if nowhere
   */
  public record Settings(String description, String url, String repository) {}

  public Book {
    topics = List.copyOf(topics);
  }

  /** The same book published elsewhere: what is not empty replaces what the front matter says. */
  public Book published(String url, String repository) {
    Settings now =
        new Settings(
            settings.description(),
            url.isEmpty() ? settings.url() : url,
            repository.isEmpty() ? settings.repository() : repository);
    return new Book(file, title, now, bodyOffset, topics, bibliography, references);
  }

  /** All questions in reading order. */
  public Stream<Question> questions() {
    return topics.stream().flatMap(topic -> topic.questions().stream());
  }
}
