package answerbook.figure;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills bars so that series differ without colour: solid, pale, hatched, empty, hatched the other
 * way, crossed.
 */
final class BarFilling {
  private static final int PITCH = 5;
  private static final String RISING = "M-1 6L6 -1M-1 1L1 -1M4 6L6 4";
  private static final String FALLING = "M-1 -1L6 6M4 -1L6 1M-1 4L1 6";

  private final Drawing drawing;
  private final Map<String, Element> patterns = new LinkedHashMap<>();

  BarFilling(Drawing drawing) {
    this.drawing = drawing;
  }

  /** The bars in one path, filled in the style of their series. */
  Element fill(PathText bars, SeriesStyle style) {
    Element element = Pen.stroke(bars, 1.2);
    return switch (style.fill()) {
      case 0 -> element.set("fill", "currentColor").set("fill-opacity", "0.85");
      case 1 -> element.set("fill", "currentColor").set("fill-opacity", "0.3");
      case 3 -> element;
      default -> element.set("fill", "url(#" + pattern(style) + ")");
    };
  }

  /** Puts the patterns that were used into the drawing. */
  void define() {
    if (!patterns.isEmpty()) {
      Element definitions = new Element("defs");
      patterns.values().forEach(definitions::add);
      drawing.add(definitions);
    }
  }

  private String pattern(SeriesStyle style) {
    String id = drawing.id("fill" + style.fill());
    String path = style.fill() == 2 ? RISING : style.fill() == 4 ? FALLING : RISING + FALLING;
    Element lines =
        new Element("path").set("d", path).set("stroke", "currentColor").set("stroke-width", 1.2);
    patterns.put(
        id,
        new Element("pattern")
            .set("id", id)
            .set("class", style.cssClass())
            .set("width", PITCH)
            .set("height", PITCH)
            .set("patternUnits", "userSpaceOnUse")
            .add(lines));
    return id;
  }
}
