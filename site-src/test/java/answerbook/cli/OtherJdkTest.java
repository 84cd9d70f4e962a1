package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same book gives the same bytes on another JDK in another locale, its editions too. The
 * colophon names the JDK; nothing else may differ there, nor in archives that hold it. Another JDK
 * is looked for in {@code JAVA_HOME_17}, {@code _21}, {@code _25} and {@code /usr/lib/jvm}.
 */
class OtherJdkTest {
  private static final int THIS = Runtime.version().feature();
  private static final String COLOPHON = "colophon.html";

  /** Holds the colophon too. */
  private static final String ONE_FILE = "editions/book.html";

  @TempDir private Path folder;

  @Test
  void sitesAndEditionsAreByteIdentical() throws IOException, InterruptedException {
    Optional<Path> other = otherJdk();
    assumeTrue(other.isPresent(), "Skipped: there is no second JDK beside " + THIS + ".");
    Map<String, byte[]> here = build("here", Path.of(System.getProperty("java.home")), "tr", "TR");
    Map<String, byte[]> there = build("there", other.get(), "ar", "EG");

    assertThat(there.keySet()).isEqualTo(here.keySet());
    assertThat(here.keySet()).anyMatch(file -> file.endsWith(".pdf"));
    List<String> different =
        here.keySet().stream()
            .filter(file -> !same(file, here.get(file), there.get(file)))
            .toList();
    assertThat(different).as("files that differ on %s", other.get()).isEmpty();
  }

  private static boolean same(String file, byte[] one, byte[] other) {
    if (file.endsWith(".zip")) {
      return entries(one).equals(entries(other));
    }
    boolean names = file.equals(COLOPHON) || file.equals(ONE_FILE);
    return names ? withoutJdk(one).equals(withoutJdk(other)) : Arrays.equals(one, other);
  }

  /** The files of an archive as text, in their order; the colophon is among them. */
  private static Map<String, String> entries(byte[] archive) {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        boolean names = entry.getName().endsWith(COLOPHON) || entry.getName().endsWith(ONE_FILE);
        entries.put(
            entry.getName() + " of " + entry.getTime(),
            names ? withoutJdk(content) : new String(content, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static String withoutJdk(byte[] page) {
    return new String(page, StandardCharsets.UTF_8).replaceAll("<dd>JDK [^<]*</dd>", "");
  }

  private Map<String, byte[]> build(String name, Path jdk, String language, String country)
      throws IOException, InterruptedException {
    MiniBook book = MiniBook.copyOf("results", folder.resolve(name));
    Path print = Path.of("site-src/print").toAbsolutePath();
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(List.of("-Duser.language=" + language, "-Duser.country=" + country));
    command.addAll(List.of("-Dsite.editions=true", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "answerbook.cli.Main"));
    copy(print, book.root().resolve("site-src/print"));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(book.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    return tree(book.site());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static Map<String, byte[]> tree(Path site) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(site)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(site.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static Optional<Path> otherJdk() throws IOException {
    List<Path> candidates = new ArrayList<>();
    Stream.of(
            "JAVA_HOME_25", "JAVA_HOME_21", "JAVA_HOME_17", "JAVA_HOME_25_X64", "JAVA_HOME_17_X64")
        .map(System::getenv)
        .filter(Objects::nonNull)
        .map(Path::of)
        .forEach(candidates::add);
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> jdks = Files.list(installed)) {
        jdks.sorted().forEach(candidates::add);
      }
    }
    return candidates.stream().filter(OtherJdkTest::isOther).findFirst();
  }

  private static boolean isOther(Path jdk) {
    try {
      String release = Files.readString(jdk.resolve("release"));
      return Files.isExecutable(jdk.resolve("bin/javac"))
          && !release.contains("JAVA_VERSION=\"" + THIS + ".")
          && !release.contains("JAVA_VERSION=\"" + THIS + "\"");
    } catch (IOException e) {
      return false;
    }
  }
}
