package answerbook.author;

import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of a book by their names from its root, with the changes that are to be made. Nothing
 * is written before {@link #save}.
 */
final class BookFolder {
  private final Path root;
  private final NavigableSet<String> files = new TreeSet<>();
  private final Map<String, String> changed = new TreeMap<>();
  private final NavigableSet<String> removed = new TreeSet<>();

  BookFolder(Path root) throws IOException {
    this.root = root;
    for (String folder : List.of("content", "answers")) {
      if (Files.isDirectory(root.resolve(folder))) {
        try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
          walk.filter(Files::isRegularFile).forEach(file -> files.add(SourceFile.name(root, file)));
        }
      }
    }
  }

  /** All files, as they will be. */
  List<String> files() {
    return List.copyOf(files);
  }

  /** The folders of topics. */
  NavigableSet<String> topics() {
    NavigableSet<String> topics = new TreeSet<>();
    for (String file : files) {
      if (file.matches("content/[^/]+/index\\.md")) {
        topics.add(file.split("/")[1]);
      }
    }
    return topics;
  }

  boolean has(String file) {
    return files.contains(file);
  }

  /** A file's text as it will be; empty where there is no such file. */
  String read(String file) {
    if (!has(file)) {
      return "";
    }
    return changed.containsKey(file)
        ? changed.get(file)
        : SourceFile.read(root, root.resolve(file)).text();
  }

  void write(String file, String text) {
    files.add(file);
    removed.remove(file);
    changed.put(file, text);
  }

  /** Gives a file another name, if there is such a file. */
  void move(String from, String to) {
    if (has(from)) {
      String text = read(from);
      files.remove(from);
      changed.remove(from);
      removed.add(from);
      write(to, text);
    }
  }

  /**
   * Makes the changes.
   *
   * @return the names of the files that were written
   */
  List<String> save() throws IOException {
    for (Map.Entry<String, String> file : changed.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
    }
    for (String file : removed) {
      Files.deleteIfExists(root.resolve(file));
    }
    return new ArrayList<>(changed.keySet());
  }
}
