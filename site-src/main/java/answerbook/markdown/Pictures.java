package answerbook.markdown;

import com.vladsch.flexmark.ast.Image;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hand-drawn figures: SVG files put into the page, so that they follow its colours. */
final class Pictures {
  private final Scope scope;
  private final String file;

  /**
   * @param file the name of the Markdown file, from which paths start
   */
  Pictures(Scope scope, String file) {
    this.scope = scope;
    this.file = file;
  }

  String figure(Image image) throws MistakeException {
    String url = image.getUrl().toString();
    if (image.getText().isBlank()) {
      throw new MistakeException(
          "the figure has no text for readers who can't see it",
          "write ![what it shows](" + url + " \"Caption\")");
    }
    if (image.getTitle().isBlank()) {
      throw new MistakeException(
          "the figure has no caption", "write ![…](" + url + " \"Caption\")");
    }
    String caption = new InlineMarkdown(scope).html(image.getTitle().unescape());
    Figures.Frame frame = new Figures.Frame("picture", Labels.of(image), caption);
    return new Figures(scope).framed(svg(url, image.getText().unescape()), frame);
  }

  private String svg(String url, String text) throws MistakeException {
    Path root = scope.tools().names().root();
    Path path = root.resolve(BookNames.resolve(file, url));
    if (!url.endsWith(".svg") || !Files.exists(path)) {
      String what =
          url.endsWith(".svg") ? "there is no file '" + url + "'" : "'" + url + "' is no SVG";
      throw new MistakeException(
          what, "draw it as SVG in content/figures and link it as ../figures/name.svg");
    }
    String svg = scope.read(path).text().replaceFirst("(?s)^\\s*<\\?xml.*?\\?>", "").strip();
    if (!svg.startsWith("<svg")) {
      throw new MistakeException(
          "'" + url + "' does not start with <svg", "export it as plain SVG");
    }
    return "<svg role=\"img\" aria-label=\""
        + Html.escape(text)
        + "\""
        + svg.substring("<svg".length());
  }
}
