package answerbook.print;

import answerbook.store.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A hash over what makes an edition: its document, its fonts, this package and the libraries. */
final class EditionKey {
  private static final String CLASSES = "answerbook/print";

  private final MessageDigest digest;

  private EditionKey() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(String document, Collection<byte[]> fonts) {
    EditionKey key = new EditionKey();
    key.add(document.getBytes(StandardCharsets.UTF_8));
    fonts.forEach(key::add);
    ClassPath.entries().forEach(key::addEntry);
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void add(byte[] bytes) {
    digest.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  /** A library by its name and size; of a folder of classes those that make editions. */
  private void addEntry(Path entry) {
    try {
      if (Files.isRegularFile(entry)) {
        String library = entry.getFileName() + " " + Files.size(entry);
        add(library.getBytes(StandardCharsets.UTF_8));
      }
      for (Path file : files(entry.resolve(CLASSES))) {
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
