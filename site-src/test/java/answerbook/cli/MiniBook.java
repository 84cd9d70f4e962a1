package answerbook.cli;

import answerbook.answer.RunSettings;
import answerbook.opinion.OpinionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A small book in a folder of its own, built with the project's templates and styles. */
public final class MiniBook {
  private static final Path PROJECT = Path.of("").toAbsolutePath();
  private static final Path NATIVES = PROJECT.resolve("target/answers/native");

  private final Path root;
  private String output = "";
  private Set<EditionKind> editions = EditionKind.NONE;
  private boolean linting;

  private MiniBook(Path root) {
    this.root = root;
  }

  /** A copy of the book in {@code site-src/test/resources/sites/<name>}. */
  public static MiniBook copyOf(String name, Path folder) {
    return copyOf(source(name), folder);
  }

  /** A copy of the book in another folder. */
  static MiniBook copyOf(Path source, Path folder) {
    Folders.copy(source, folder);
    Folders.copy(PROJECT.resolve("templates"), folder.resolve("templates"));
    for (String part : List.of("assets", "editions", "print")) {
      Folders.copy(
          PROJECT.resolve("site-src").resolve(part), folder.resolve("site-src").resolve(part));
    }
    return new MiniBook(folder);
  }

  /** A copy of the book itself, with what its last build kept of its programs. */
  public static MiniBook copyOfTheBook(Path folder) throws IOException {
    for (String name : List.of("content", "answers", "templates", "site-src", "target/fragments")) {
      Folders.copy(PROJECT.resolve(name), folder.resolve(name));
    }
    Files.createDirectories(folder.resolve("target/answers"));
    try (Stream<Path> kept = Files.list(PROJECT.resolve("target/answers"))) {
      for (Path file : kept.filter(path -> path.toString().endsWith(".outcome")).toList()) {
        Files.copy(file, folder.resolve("target/answers").resolve(file.getFileName()));
      }
    }
    return new MiniBook(folder);
  }

  /** The book that is in a folder. */
  static MiniBook in(Path folder) {
    return new MiniBook(folder);
  }

  /** Where a mini-book and what is expected of it are kept. */
  static Path source(String name) {
    return PROJECT.resolve("site-src/test/resources/sites/" + name);
  }

  public Path root() {
    return root;
  }

  public Path site() {
    return root.resolve("target/site");
  }

  /** What the last build said. */
  public String output() {
    return output;
  }

  /** Builds; returns whether the site was published. */
  public boolean build() {
    return build(false);
  }

  /** Builds with books to take away, now and later. */
  public boolean build(Set<EditionKind> kinds) {
    this.editions = kinds;
    return build(false);
  }

  /** Builds the site and the books on paper. */
  public boolean print() {
    return build(Set.of(EditionKind.PDF));
  }

  /** Makes findings of lints mistakes, as they are in the real book. */
  public MiniBook linting() {
    linting = true;
    return this;
  }

  /** Builds and accepts what the programs compute. */
  boolean record() {
    return build(true);
  }

  /** Builds and accepts what the programs compute, and new addresses. */
  boolean recordWithAddresses() {
    return build(settings(true).recordingAddresses(true));
  }

  /** Replaces a text that a file of the book holds. */
  public void edit(String file, String old, String now) {
    String text = read(file);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(file + " does not hold '" + old + "'");
    }
    write(file, text.replace(old, now));
  }

  public String read(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(String file, String text) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a preview, which looks often. */
  public Preview preview() {
    return preview(false);
  }

  /** Starts a preview that accepts what the programs compute. */
  public Preview recordingPreview() {
    return preview(true);
  }

  private Preview preview(boolean recording) {
    Preview.Manner manner = new Preview.Manner(0, Duration.ofMillis(200));
    try {
      return Preview.start(settings(recording).linting(linting), manner, System.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds and gets second opinions. */
  boolean ask(OpinionSettings opinions) {
    return build(settings(false).opinions(opinions));
  }

  private boolean build(boolean recording) {
    return build(settings(recording));
  }

  private BuildSettings settings(boolean recording) {
    return BuildSettings.of(root)
        .run(
            RunSettings.of(root)
                .natives(NATIVES)
                .timeout(Duration.ofSeconds(3))
                .recording(recording));
  }

  private boolean build(BuildSettings settings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try {
      return new Build(settings.linting(linting).editions(editions), out).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      output = bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
