package answerbook.cli;

import answerbook.opinion.OpinionSettings;
import answerbook.provenance.HistoryReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a site depends on, and the site itself, in one number: where it is what the last
 * build left, there is nothing to do. Whole contents are read, not times, so that nothing stale
 * passes for unchanged.
 */
final class Fingerprint {
  private static final List<String> INPUTS =
      List.of(
          "content",
          "answers",
          "templates",
          "site-src/assets",
          "site-src/print",
          "site-src/editions");

  private final BuildSettings settings;
  private final Path file;

  Fingerprint(BuildSettings settings) {
    this.settings = settings;
    this.file = settings.target().resolve("fingerprint");
  }

  /** Whether the last build was of the very same inputs and its site is untouched. */
  boolean isUnchanged() throws IOException {
    return !settings.run().recording()
        && !settings.opinions().recording()
        && settings.opinions().mode() == OpinionSettings.Mode.OFF
        && Files.exists(file)
        && Files.exists(settings.site())
        && Files.readString(file).equals(now());
  }

  /** Notes what was built. */
  void save() throws IOException {
    Files.writeString(file, now());
  }

  /** Forgets the last build, until the next has succeeded. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private String now() throws IOException {
    MessageDigest digest = digest();
    text(
        digest,
        System.getProperty("java.vm.version") + settings.url() + " " + settings.repository());
    text(digest, "editions " + settings.editions());
    for (String input : INPUTS) {
      tree(digest, settings.root().resolve(input));
    }
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      library(digest, Path.of(entry));
    }
    text(digest, new HistoryReader(settings.root()).version());
    tree(digest, settings.site());
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A jar by its name and size, a folder of classes by its content. */
  private static void library(MessageDigest digest, Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      tree(digest, entry);
    } else if (Files.exists(entry)) {
      text(digest, entry.getFileName() + " " + Files.size(entry));
    }
  }

  private static void tree(MessageDigest digest, Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : paths) {
      text(digest, folder.relativize(path).toString());
      byte[] content = Files.readAllBytes(path);
      text(digest, Integer.toString(content.length));
      digest.update(content);
    }
  }

  private static void text(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
