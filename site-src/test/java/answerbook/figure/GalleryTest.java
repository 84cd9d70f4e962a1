package answerbook.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes all samples into {@code target/figure-gallery.html}, to be looked at. */
class GalleryTest {
  private static final Path PAGE = Path.of("target/figure-gallery.html");
  private static final Path STYLES = Path.of("site-src/assets/css/figure.css");

  @Test
  void writesGallery() throws IOException {
    StringBuilder page =
        new StringBuilder("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">");
    page.append(
        "<meta name=\"viewport\" content=\"width=device-width\"><title>Figures</title><style>");
    page.append(Files.readString(STYLES));
    page.append(
        "body{margin:0;font:18px/1.5 'Source Sans 3',Helvetica,Arial,sans-serif;color-scheme:light dark}"
            + "main{padding:20px;max-width:720px;margin:auto}figure{margin:0 0 28px}figcaption{font-size:15px}"
            + "html{background:var(--figure-background);color:var(--figure-text)}</style><main>");
    figures()
        .forEach(
            (name, svg) ->
                page.append("<figure>")
                    .append(svg)
                    .append("<figcaption>")
                    .append(name)
                    .append("</figcaption></figure>\n"));
    Files.createDirectories(PAGE.getParent());
    Files.writeString(PAGE, page.append("</main></html>\n"));
  }

  private static Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    SampleDiagrams.all()
        .forEach(
            (name, diagram) ->
                figures.put(name, new DiagramRenderer().svg(diagram, "diagram-" + name, name)));
    SamplePlots.all()
        .forEach(
            (name, plot) -> figures.put(name, new PlotRenderer().svg(plot, "plot-" + name, name)));
    return figures;
  }
}
