package answerbook.contributing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A fresh clone of this project with the files as they are now. Its book is a small one, and it has
 * the classes that were compiled here, so that a build takes seconds; Maven asks nobody for
 * anything.
 */
final class Clone {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Path SITES = Path.of("site-src/test/resources/sites");
  private static final String NATIVES = "target/answers/native";
  private static final Path BOOK = Path.of("site-src/authoring");

  private static final String MAVEN =
      """
      -o
      -B
      -Dmaven.compiler.useIncrementalCompilation=false
      """;

  private final Path root;

  private Clone(Path root) {
    this.root = root;
  }

  static Clone into(Path root) throws IOException {
    Clone clone = new Clone(root);
    clone.must(PROJECT, "git", "clone", "--quiet", PROJECT.toString(), root.toString());
    String files = clone.must(PROJECT, "git", "ls-files", "-z", "-co", "--exclude-standard");
    for (String file : files.split("\0")) {
      if (Files.isRegularFile(PROJECT.resolve(file))) {
        clone.copy(PROJECT.resolve(file), root.resolve(file));
      }
    }
    clone.shrink();
    clone.must(root, "git", "add", "--all");
    clone.must(root, "git", "commit", "--quiet", "-m", "A small book", "--allow-empty");
    for (String kept : List.of("target/classes", "target/test-classes")) {
      clone.copyTree(PROJECT.resolve(kept), root.resolve(kept));
    }
    clone.linkNatives();
    return clone;
  }

  /** ND4J's libraries, unpacked once for all; as links of the file system, if it has them. */
  private void linkNatives() throws IOException {
    Path from = PROJECT.resolve(NATIVES);
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path to = root.resolve(NATIVES).resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        try {
          Files.createLink(to, file);
        } catch (IOException | UnsupportedOperationException e) {
          Files.copy(file, to);
        }
      }
    }
  }

  private void shrink() throws IOException {
    must(root, "git", "rm", "-r", "-q", "--force", "--ignore-unmatch", "content", "answers");
    for (String part : List.of("content", "answers")) {
      copyTree(PROJECT.resolve(BOOK).resolve(part), root.resolve(part));
    }
    try (Stream<Path> sites = Files.list(root.resolve(SITES))) {
      for (Path site : sites.filter(each -> !each.endsWith("markdown")).sorted().toList()) {
        must(root, "git", "rm", "-r", "-q", "--force", "--ignore-unmatch", site.toString());
      }
    }
    Files.writeString(root.resolve(".mvn/maven.config"), MAVEN);
  }

  /** Runs a command as a shell would; what it said follows its exit code. */
  Map.Entry<Integer, String> run(String command) throws IOException {
    return run(root, List.of("sh", "-c", command));
  }

  String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  void write(String file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  /** Replaces a text that a file holds. */
  void edit(String file, String old, String now) throws IOException {
    String text = read(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not hold '" + old + "'");
    }
    write(file, text.replace(old, now));
  }

  private String must(Path folder, String... command) throws IOException {
    Map.Entry<Integer, String> result = run(folder, List.of(command));
    if (result.getKey() != 0) {
      throw new IOException(String.join(" ", command) + ": " + result.getValue());
    }
    return result.getValue();
  }

  private static Map.Entry<Integer, String> run(Path folder, List<String> command)
      throws IOException {
    ProcessBuilder process = new ProcessBuilder(new ArrayList<>(command));
    process.directory(folder.toFile()).redirectErrorStream(true);
    process.environment().put("GIT_AUTHOR_NAME", "A");
    process.environment().put("GIT_AUTHOR_EMAIL", "a@b");
    process.environment().put("GIT_COMMITTER_NAME", "A");
    process.environment().put("GIT_COMMITTER_EMAIL", "a@b");
    Process running = process.start();
    running.getOutputStream().close();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return Map.entry(running.waitFor(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void copyTree(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      copy(file, to.resolve(from.relativize(file).toString()));
    }
  }

  private void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
