package answerbook.lint;

import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What lints read beside the book's text. */
final class Sources {
  private static final Pattern READ = Pattern.compile(".*(?:\\.(?:java|py|cpp)|\\.\\w+\\.json)");
  private static final String WORDS = "site-src/words/";

  private Sources() {}

  /** The book's terms and its dictionary. */
  static Words words(Path root) {
    return new Words(optional(root, WORDS + "dictionary.txt"), optional(root, WORDS + "terms.txt"));
  }

  /** Programs, listings and the evidence of listings, by name. */
  static Map<String, SourceFile> answers(Path root) {
    Map<String, SourceFile> answers = new TreeMap<>();
    Path folder = root.resolve("answers");
    if (!Files.isDirectory(folder)) {
      return answers;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(file -> READ.matcher(file.getFileName().toString()).matches())
          .forEach(file -> answers.put(SourceFile.name(root, file), SourceFile.read(root, file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    return answers;
  }

  private static SourceFile optional(Path root, String name) {
    Path file = root.resolve(name);
    return Files.exists(file) ? SourceFile.read(root, file) : new SourceFile(name, "");
  }
}
