package answerbook.content;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads {@code content/}: {@code index.md} lists the topics, each topic's {@code index.md} its
 * questions. A file that nothing lists is a mistake, and so is a listed one that isn't there.
 */
public final class ContentReader {
  private static final Pattern SLUG = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final String INDEX = "index.md";
  private static final List<String> OTHER_FOLDERS = List.of("figures");

  /** What the site keeps beside its topics. */
  private static final List<String> TAKEN =
      List.of("assets", "data", "pictures", "practice", "tags");

  private final Path root;
  private final Path folder;
  private final Diagnostics diagnostics;
  private final QuestionReader questions;
  private final Map<String, String> topicOfSlug = new HashMap<>();

  /**
   * @param root the book's root, which holds {@code content}
   */
  public ContentReader(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.folder = root.resolve("content");
    this.diagnostics = diagnostics;
    this.questions = new QuestionReader(diagnostics);
  }

  /**
   * Reads the book; what is not good is left out of it, and reported. Null if there is no good
   * {@code index.md}.
   */
  public Book read() {
    SourceFile file = index(folder);
    Page page = Page.read(file, diagnostics);
    if (page.front() == null) {
      return null;
    }
    FrontMatter front = page.front();
    Located title = front.required("title");
    Book.Settings settings =
        new Book.Settings(
            text(front, "description"),
            address(file, front.optional("url")),
            address(file, front.optional("repository")));
    List<Located> slugs = front.requiredList("topics");
    front.rejectOthers();
    List<Topic> topics = topics(file, slugs);
    SourceFile bibliography = bibliography();
    Map<String, Reference> references = new BibliographyReader(bibliography, diagnostics).read();
    return title == null
        ? null
        : new Book(file, title, settings, page.bodyOffset(), topics, bibliography, references);
  }

  /** An address that leads somewhere, and runs nothing; empty if there is none. */
  private String address(SourceFile file, Located value) {
    if (value != null && !value.text().matches("https?://[^\\s\"<>]+")) {
      String remedy = "write an address that starts with https://";
      diagnostics.error(file, value.offset(), "'" + value.text() + "' is no address", remedy);
    }
    return value == null ? "" : value.text();
  }

  private static String text(FrontMatter front, String key) {
    Located value = front.optional(key);
    return value == null ? "" : value.text();
  }

  private SourceFile bibliography() {
    Path file = folder.resolve("references.yaml");
    return Files.exists(file)
        ? SourceFile.read(root, file)
        : new SourceFile("content/references.yaml", "");
  }

  private List<Topic> topics(SourceFile file, List<Located> slugs) {
    Map<String, Path> folders = folders();
    List<Topic> topics = new ArrayList<>();
    for (Located slug : slugs) {
      Path found = folders.remove(slug.text());
      if (TAKEN.contains(slug.text())) {
        String remedy = "the site has a folder of this name for something else; rename the topic";
        diagnostics.error(file, slug.offset(), "no topic can be '" + slug.text() + "'", remedy);
      } else if (found == null) {
        String remedy = Nearest.remedy(slug.text(), folders.keySet(), "folders that no line lists");
        diagnostics.error(
            file, slug.offset(), "content has no folder '" + slug.text() + "'", remedy);
      } else {
        Topic topic = topic(found, topics.size() + 1);
        if (topic != null) {
          topics.add(topic);
        }
      }
    }
    for (Path unlisted : folders.values()) {
      String remedy = "add '- " + unlisted.getFileName() + "' under topics in " + file.name();
      diagnostics.error(index(unlisted), Position.START, "no line lists this topic", remedy);
    }
    return topics;
  }

  private Topic topic(Path topicFolder, int number) {
    SourceFile file = index(topicFolder);
    Page page = Page.read(file, diagnostics);
    if (page.front() == null) {
      return null;
    }
    FrontMatter front = page.front();
    Located title = front.required("title");
    List<Located> slugs = front.requiredList("questions");
    front.rejectOthers();
    List<Question> read = front.isBroken() ? List.of() : questions(topicFolder, file, slugs);
    String slug = topicFolder.getFileName().toString();
    return title == null ? null : new Topic(slug, number, file, title, page.bodyOffset(), read);
  }

  private List<Question> questions(Path topicFolder, SourceFile index, List<Located> slugs) {
    Map<String, Path> files = files(topicFolder);
    String topic = topicFolder.getFileName().toString();
    List<Path> listed = new ArrayList<>();
    for (Located slug : slugs) {
      if (isTaken(index, slug, topic)) {
        files.remove(slug.text());
        continue;
      }
      Path file = files.remove(slug.text());
      if (file == null) {
        String remedy = Nearest.remedy(slug.text(), files.keySet(), "files that no line lists");
        diagnostics.error(
            index, slug.offset(), "there is no file '" + slug.text() + ".md'", remedy);
        continue;
      }
      listed.add(file);
    }
    List<Page> pages =
        listed.parallelStream()
            .map(file -> Page.read(SourceFile.read(root, file), diagnostics))
            .toList();
    List<Question> read = new ArrayList<>();
    for (Page page : pages) {
      Question question = questions.read(page, topic, read.size() + 1);
      if (question != null) {
        read.add(question);
      }
    }
    files.forEach((slug, file) -> unlisted(index, slug, file));
    return read;
  }

  private boolean isTaken(SourceFile index, Located slug, String topic) {
    if (!SLUG.matcher(slug.text()).matches()) {
      String remedy = "a slug is lower-case words joined by hyphens, without numbers";
      diagnostics.error(index, slug.offset(), "'" + slug.text() + "' is no slug", remedy);
      return true;
    }
    String other = topicOfSlug.putIfAbsent(slug.text(), topic);
    if (other != null) {
      String remedy = "topic '" + other + "' has it; give one of them another slug";
      diagnostics.error(index, slug.offset(), "slug '" + slug.text() + "' is there twice", remedy);
    }
    return other != null;
  }

  private void unlisted(SourceFile index, String slug, Path file) {
    String remedy = "add '- " + slug + "' under questions in " + index.name();
    diagnostics.error(
        SourceFile.read(root, file), Position.START, "no topic lists this file", remedy);
  }

  private SourceFile index(Path of) {
    Path file = of.resolve(INDEX);
    return Files.exists(file)
        ? SourceFile.read(root, file)
        : new SourceFile(SourceFile.name(root, file), "");
  }

  /** The folders of topics by name, in the order of names. */
  private Map<String, Path> folders() {
    Map<String, Path> folders = new TreeMap<>();
    for (Path path : entries(folder)) {
      String name = path.getFileName().toString();
      if (Files.isDirectory(path) && !OTHER_FOLDERS.contains(name)) {
        folders.put(name, path);
      }
    }
    return folders;
  }

  /** The Markdown files of a topic by slug, without its index. */
  private static Map<String, Path> files(Path topicFolder) {
    Map<String, Path> files = new TreeMap<>();
    for (Path path : entries(topicFolder)) {
      String name = path.getFileName().toString();
      if (name.endsWith(".md") && !name.equals(INDEX)) {
        files.put(name.substring(0, name.length() - ".md".length()), path);
      }
    }
    return files;
  }

  private static List<Path> entries(Path of) {
    if (!Files.isDirectory(of)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(of)) {
      return paths.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + of, e);
    }
  }
}
