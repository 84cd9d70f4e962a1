package answerbook.bake;

import answerbook.math.MathRenderer;
import answerbook.math.font.BlankFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KaTeX's style sheet with its fonts, and a script with a blank font for each of them, which keeps
 * its room in a page until it arrives.
 */
final class KatexAssets {
  private static final Pattern RULE = Pattern.compile("[^{}]+\\{[^}]*\\}");
  private static final Pattern OLD_FORMATS =
      Pattern.compile(",url\\(fonts/[^)]+\\.(?:woff|ttf)\\) ?format\\(\"(?:woff|truetype)\"\\)");
  private static final Pattern FACE =
      Pattern.compile(
          "font-family:\"?(KaTeX_\\w+)\"?;font-style:(\\w+);font-weight:(\\d+);"
              + "src:url\\(fonts/([\\w-]+)\\.woff2\\)");
  private static final Pattern USE = Pattern.compile("(font(?:-family)?:[^;{}]*?)(KaTeX_\\w+)");

  private final Path folder;
  private final StringBuilder css = new StringBuilder();
  private final StringBuilder faces = new StringBuilder();

  KatexAssets(Path assets) {
    this.folder = assets.resolve("katex");
  }

  void write() throws IOException {
    Files.createDirectories(folder.resolve("fonts"));
    String original = new String(resource("katex.min.css"), StandardCharsets.UTF_8);
    for (Matcher rule = RULE.matcher(original); rule.find(); ) {
      css.append(rule.group().startsWith("@font-face") ? face(rule.group()) : use(rule.group()));
    }
    Files.writeString(folder.resolve("katex.min.css"), css);
    Files.writeString(
        folder.resolve("blank-fonts.js"),
        "globalThis.answerbook ??= {};\nanswerbook.blankFonts = [\n" + faces + "];\n");
  }

  /** Every browser that draws the page reads woff2, so the older formats stay out. */
  private String face(String rule) throws IOException {
    String modern = OLD_FORMATS.matcher(rule).replaceAll("");
    Matcher face = FACE.matcher(modern);
    if (!face.find()) {
      throw new IllegalStateException("KaTeX's style sheet names a font in a new way: " + modern);
    }
    String name = "fonts/" + face.group(4);
    Files.write(folder.resolve(name + ".woff2"), resource(name + ".woff2"));
    String blank = Base64.getEncoder().encodeToString(BlankFont.of(resource(name + ".ttf")));
    faces.append(
        """
        ["%s", "%s", "%s", "%s"],
        """
            .formatted(face.group(1), face.group(2), face.group(3), blank));
    return modern;
  }

  private static String use(String rule) {
    return USE.matcher(rule).replaceAll(KatexAssets::withBlank);
  }

  private static String withBlank(MatchResult use) {
    return Matcher.quoteReplacement(
        use.group(1) + use.group(2) + ",\"" + use.group(2) + " blank\"");
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
