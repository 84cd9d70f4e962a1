package answerbook.answer;

import answerbook.answer.worker.SourceGraph;
import answerbook.diagnostic.SourceFile;
import answerbook.store.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A hash over everything that can change what a program yields: its source and those it may call,
 * the classes that run it, the libraries, the JDK, the machine's kind, and the settings.
 */
final class CacheKey {
  /** The folders whose classes run programs or write down what they yield. */
  private static final List<String> RUNNING_PACKAGES =
      List.of("answerbook/api", "answerbook/answer", "answerbook/diagnostic");

  private static final List<String> PLATFORM =
      List.of("java.vm.name", "java.vm.version", "os.name", "os.arch");

  private final SourceGraph graph;
  private final List<String> common;

  CacheKey(SourceGraph graph, RunSettings settings) {
    this(graph, common(settings, classPath()));
  }

  /**
   * @param common what {@link #common} gave
   */
  CacheKey(SourceGraph graph, List<String> common) {
    this.graph = graph;
    this.common = common;
  }

  /**
   * What is the same for all programs.
   *
   * @param classPath what {@link #classPath} gave
   */
  static List<String> common(RunSettings settings, String classPath) {
    List<String> parts = new ArrayList<>(new WorkerCommand(settings).fingerprint());
    parts.add("timeout " + settings.timeout());
    PLATFORM.forEach(property -> parts.add(property + " " + System.getProperty(property)));
    parts.add(classPath);
    return List.of(hash(parts));
  }

  /** A hash over the libraries and the classes that run programs. */
  static String classPath() {
    return hash(ClassPath.entries().stream().map(CacheKey::fingerprint).toList());
  }

  /** The key of a program as hexadecimal digits. */
  String of(Program program) {
    List<String> parts = new ArrayList<>(common);
    parts.add(program.name());
    for (SourceFile source : graph.closure(Set.of(program.name()))) {
      parts.add(source.name());
      parts.add(source.text());
    }
    return hash(parts);
  }

  /** SHA-256 over the parts, each ended by a character that none holds. */
  static String hash(List<String> parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0xFF);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A library's name and size; for a folder of classes, a hash of those that matter. */
  private static String fingerprint(Path entry) {
    try {
      return Files.isRegularFile(entry)
          ? entry.getFileName() + " " + Files.size(entry)
          : classes(entry);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + entry, e);
    }
  }

  /** A hash of the classes that matter, be they in a folder or in a jar. */
  private static String classes(Path root) throws IOException {
    MessageDigest digest = sha256();
    for (String folder : RUNNING_PACKAGES) {
      for (Path file : classFiles(root.resolve(folder))) {
        digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
