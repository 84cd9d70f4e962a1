package answerbook.markdown;

import answerbook.diagnostic.SourceFile;
import com.vladsch.flexmark.ast.Image;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hand-drawn figures: SVG files put into the page, so that they follow its colours. */
final class Pictures {
  private static final String WHERE =
      "draw it as SVG in content/figures and link it as ../figures/name.svg";

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
    String name = BookNames.resolve(file, url);
    Path path = scope.tools().names().root().resolve(name);
    if (!url.endsWith(".svg")) {
      throw new MistakeException("'" + url + "' is no SVG", WHERE);
    }
    if (!name.startsWith("content/") || !Files.isRegularFile(path)) {
      throw new MistakeException("there is no file '" + url + "'", WHERE);
    }
    SourceFile drawing = scope.read(path);
    try {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("role", "img");
      attributes.put("aria-label", text);
      return SvgDrawing.html(drawing, attributes);
    } catch (SvgDrawing.RefusedException e) {
      scope.tools().diagnostics().error(drawing, e.position(), e.getMessage(), e.remedy());
      throw MistakeException.reported();
    }
  }
}
