package answerbook.print;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.FontFormatException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Draws SVG by Batik, and knows whose drawing it is at, since Batik's messages don't. */
final class Drawings implements SVGDrawer {
  private final BatikSVGDrawer batik = new BatikSVGDrawer();
  private String owner = "";

  /** The slug of the question whose drawing was taken up last; empty at first. */
  String owner() {
    return owner;
  }

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext context, double width, double height, double dotsPerPixel) {
    Supplier<SVGImage> images =
        () -> {
          owner = ownerOf(svg);
          return batik.buildSVGImage(svg, box, context, width, height, dotsPerPixel);
        };
    SVGImage first = images.get();
    return new Drawing(first.getIntrinsicWidth(), first.getIntrinsicHeight(), images);
  }

  /**
   * A drawing that Batik takes up anew when it is drawn, so that what it makes of it isn't kept.
   */
  private record Drawing(int width, int height, Supplier<SVGImage> images) implements SVGImage {
    @Override
    public int getIntrinsicWidth() {
      return width;
    }

    @Override
    public int getIntrinsicHeight() {
      return height;
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      images.get().drawSVG(device, context, x, y);
    }
  }

  private static String ownerOf(Element svg) {
    for (Node node = svg; node instanceof Element element; node = node.getParentNode()) {
      if (element.hasAttribute(Mistakes.OWNER)) {
        return element.getAttribute(Mistakes.OWNER);
      }
    }
    return "";
  }

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
    batik.importFontFaceRules(rules, shared);
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style)
      throws IOException, FontFormatException {
    batik.addFontFile(file, family, weight, style);
  }

  @Override
  public void addFontStream(
      FSSupplier<InputStream> stream, String family, Integer weight, FontStyle style)
      throws IOException, FontFormatException {
    batik.addFontStream(stream, family, weight, style);
  }

  @Override
  public void close() throws IOException {
    batik.close();
  }
}
