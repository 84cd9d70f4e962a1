package answerbook.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies styles, scripts, fonts and icons, and what KaTeX brings. */
public final class Assets {
  private static final Pattern IMPORT = Pattern.compile("@import \"([a-z-]+\\.css)\";");

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
    new KatexAssets(target).write();
    bundle();
  }

  /** The style sheets that {@code site.css} imports, put in their places: a page asks for one. */
  private void bundle() throws IOException {
    Path sheet = target.resolve("css/site.css");
    if (Files.exists(sheet)) {
      StringBuilder bundle = new StringBuilder();
      for (String line : Files.readAllLines(sheet)) {
        Matcher imported = IMPORT.matcher(line);
        bundle
            .append(
                imported.matches()
                    ? Files.readString(sheet.resolveSibling(imported.group(1)))
                    : line)
            .append('\n');
      }
      Files.writeString(sheet, bundle);
    }
  }
}
