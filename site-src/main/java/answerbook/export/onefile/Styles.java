package answerbook.export.onefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The site's style sheets as one, with the fonts inside; without KaTeX's, which draws no MathML.
 */
final class Styles {
  private static final Pattern FONT = Pattern.compile("url\\(\"[^\"]*?([a-z-]+\\.woff2)\"\\)");
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

  private final Path site;
  private final Path parts;
  private final String css;

  /**
   * @param parts the folder of what only editions have
   * @param book the page whose style sheets are taken
   */
  Styles(Path site, Path parts, Document book) throws IOException {
    this.site = site;
    this.parts = parts;
    StringBuilder sheets = new StringBuilder();
    for (Element link : book.select("link[rel=stylesheet]")) {
      if (!link.attr("href").contains("katex")) {
        sheets.append(Files.readString(site.resolve(link.attr("href"))));
      }
    }
    sheets.append(Files.readString(parts.resolve("math.css")));
    sheets.append(Files.readString(parts.resolve("one-file.css")));
    this.css = withFonts(shortened(sheets.toString()));
  }

  void putInto(Document page, Policy policy) {
    page.select("link[rel=stylesheet], link[rel=preload]").remove();
    page.head().appendElement("style").appendChild(new DataNode(css));
    policy.allowStyle(css);
  }

  /**
   * Fonts are there with the page: there is none to wait for, as {@code optional} would have it.
   */
  private static String shortened(String sheets) {
    return COMMENT
            .matcher(sheets)
            .replaceAll("")
            .replaceAll("font-display: optional;", "")
            .replaceAll("\\n\\s+", "\n")
            .strip()
        + "\n";
  }

  private String withFonts(String sheets) throws IOException {
    StringBuilder out = new StringBuilder();
    Matcher fonts = FONT.matcher(sheets);
    while (fonts.find()) {
      byte[] font = Files.readAllBytes(file(fonts.group(1)));
      String data = new String(Base64.getEncoder().encode(font), StandardCharsets.US_ASCII);
      fonts.appendReplacement(out, "url(data:font/woff2;base64," + data + ")");
    }
    return fonts.appendTail(out).toString();
  }

  private Path file(String font) {
    Path own = parts.resolve("fonts").resolve(font);
    return Files.exists(own) ? own : site.resolve("assets/fonts").resolve(font);
  }
}
