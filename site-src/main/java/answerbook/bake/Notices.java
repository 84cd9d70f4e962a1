package answerbook.bake;

import answerbook.math.MathRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gathers the licences of everything that a site hands on into {@code notices.txt}: the book's own,
 * and those of KaTeX and of the letters, word for word from where they come.
 */
final class Notices {
  private static final String KATEX_LICENCE =
      MathRenderer.KATEX_FOLDER.replaceFirst("dist/$", "LICENSE");

  private final Path root;
  private final Path site;

  Notices(Path root, Path site) {
    this.root = root;
    this.site = site;
  }

  void write() throws IOException {
    StringBuilder text = new StringBuilder();
    add(text, "This book: text, programs, scripts and styles", file("LICENSE"));
    add(
        text,
        "KaTeX " + MathRenderer.KATEX_VERSION + ": styles and fonts of formulas",
        katexLicence());
    add(
        text,
        "Source Serif, Source Sans and Source Code: letters",
        file("site-src/assets/fonts/OFL.txt"));
    Files.writeString(site.resolve("notices.txt"), text.toString());
  }

  private static void add(StringBuilder text, String of, String licence) {
    if (!licence.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(of).append('\n');
      text.append("=".repeat(of.length())).append("\n\n").append(licence.strip()).append('\n');
    }
  }

  /** The text of a file; empty if it isn't there, as in a book without a licence of its own. */
  private String file(String name) throws IOException {
    Path file = root.resolve(name);
    return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
  }

  private static String katexLicence() throws IOException {
    try (InputStream in = Notices.class.getResourceAsStream(KATEX_LICENCE)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + KATEX_LICENCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
