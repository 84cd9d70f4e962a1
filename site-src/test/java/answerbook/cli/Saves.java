package answerbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What editors, scripts and git do to the files of a book in no time: good and bad texts, written
 * in place and by renaming, deletions, restorations, folders that come and go. In the end the book
 * is a good one, though not what it was.
 */
final class Saves {
  private static final int PAUSES = 20;

  private final Path root;
  private final Random random;
  private final Map<Path, String> good = new TreeMap<>();

  Saves(Path root, long seed) throws IOException {
    this.root = root;
    this.random = new Random(seed);
    for (String folder : List.of("content", "answers", "templates", "site-src/assets/css")) {
      try (Stream<Path> walk = Files.walk(root.resolve(folder))) {
        for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
          good.put(file, Files.readString(file));
        }
      }
    }
  }

  void make(int count) throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>(good.keySet());
    for (int i = 0; i < count; i++) {
      save(files.get(random.nextInt(files.size())), i);
      if (random.nextInt(count) < PAUSES) {
        TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
      }
    }
    leaveGood(count);
  }

  private void save(Path file, int number) throws IOException {
    switch (random.nextInt(7)) {
      case 0 -> Files.writeString(file, variant(file, number));
      case 1 -> rename(file, variant(file, number));
      case 2 -> Files.writeString(file, good.get(file).substring(good.get(file).length() / 2));
      case 3 -> Files.deleteIfExists(file);
      case 4 -> rename(file, good.get(file));
      case 5 -> Files.writeString(file, good.get(file));
      default -> comeAndGo(number);
    }
  }

  /** Saves as many editors do: beside the file, then in its place. */
  private static void rename(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + "~");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes a topic that nothing lists, or deletes it again. */
  private void comeAndGo(int number) throws IOException {
    Path topic = root.resolve("content/guest");
    if (Files.exists(topic)) {
      delete(topic);
    } else {
      Files.createDirectories(topic.resolve("deeper"));
      Files.writeString(topic.resolve("guest.md"), "Guest " + number);
    }
  }

  /** A text that is good too, and says something else. */
  private String variant(Path file, int number) {
    String text = good.get(file);
    String name = file.getFileName().toString();
    if (name.equals("all-kinds.md")) {
      return text.replace("A network.", "Network " + number + " of $x_{" + number + "}$.");
    }
    if (name.equals("AllKinds.java")) {
      return text.replace("// @start", "// Try " + number + ".\n    // @start");
    }
    if (name.endsWith(".css")) {
      return text + "\n/* " + number + " */\n";
    }
    return name.equals("question.ftlh")
        ? text.replace("</main>", "<!-- " + number + " --></main>")
        : text;
  }

  private void leaveGood(int number) throws IOException {
    if (Files.exists(root.resolve("content/guest"))) {
      delete(root.resolve("content/guest"));
    }
    for (Path file : good.keySet()) {
      Files.writeString(file, variant(file, number));
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(folder)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : inside) {
      Files.delete(path);
    }
  }
}
