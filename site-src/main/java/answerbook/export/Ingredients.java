package answerbook.export;

import answerbook.store.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hash over what an edition is made of, and over its makers: this package and the libraries.
 *
 * <pre>{@code
 * String key = new Ingredients().add(text).add(bytes).key();
 * }</pre>
 */
public final class Ingredients {
  private static final String MAKERS = "answerbook/export";

  private final MessageDigest digest;

  /** Begins with the makers. */
  public Ingredients() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    ClassPath.entries().forEach(this::addMaker);
  }

  /** Adds a text. */
  public Ingredients add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds the content of a file. */
  public Ingredients add(byte[] bytes) {
    digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  /** The hash, in hexadecimal digits. Call it once. */
  public String key() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A library by its name and size; of a folder of classes those that make editions. */
  private void addMaker(Path entry) {
    try {
      if (Files.isRegularFile(entry)) {
        add(entry.getFileName() + " " + Files.size(entry));
      }
      for (Path file : files(entry.resolve(MAKERS))) {
        add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + entry, e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
