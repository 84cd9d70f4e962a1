package answerbook.bake;

import answerbook.math.MathRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies styles, fonts and icons, and KaTeX's style sheet with its fonts from the webjar. */
public final class Assets {
  private static final Pattern FONT = Pattern.compile("fonts/(KaTeX_[A-Za-z0-9_-]+\\.woff2)");
  private static final Pattern OLD_FORMATS =
      Pattern.compile(",url\\(fonts/[^)]+\\.(?:woff|ttf)\\) ?format\\(\"(?:woff|truetype)\"\\)");

  private final Path source;
  private final Path target;

  /**
   * @param root the book's root
   * @param site the folder that gets a folder {@code assets}
   */
  public Assets(Path root, Path site) {
    this.source = root.resolve("site-src/assets");
    this.target = site.resolve("assets");
  }

  /**
   * Copies everything.
   *
   * @throws IOException if a file can't be read or written
   */
  public void copy() throws IOException {
    if (Files.isDirectory(source)) {
      List<Path> files;
      try (Stream<Path> paths = Files.walk(source)) {
        files =
            paths
                .filter(Files::isRegularFile)
                .filter(path -> !path.toString().endsWith(".md"))
                .toList();
      }
      for (Path file : files) {
        Path to = target.resolve(source.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    copyKatex();
  }

  /** Every browser that draws the page reads woff2, so the older formats stay out. */
  private void copyKatex() throws IOException {
    String css = new String(resource("katex.min.css"), StandardCharsets.UTF_8);
    String modern = OLD_FORMATS.matcher(css).replaceAll("");
    Path folder = target.resolve("katex");
    Files.createDirectories(folder.resolve("fonts"));
    Files.writeString(folder.resolve("katex.min.css"), modern);
    Set<String> fonts = new TreeSet<>();
    for (Matcher matcher = FONT.matcher(modern); matcher.find(); ) {
      fonts.add(matcher.group(1));
    }
    for (String font : fonts) {
      Files.write(folder.resolve("fonts").resolve(font), resource("fonts/" + font));
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(MathRenderer.KATEX_FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("KaTeX's webjar has no " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
