package answerbook.figure;

/**
 * The frame of a figure: its size, its name and description for readers who can't see it, and its
 * content.
 *
 * <p>A unit of the drawing is {@value #PIXELS_PER_UNIT} CSS pixels where there is room. A drawing
 * up to {@value #WIDEST} units wide, shrunk to the 350 pixels that a phone leaves it, still shows
 * its type at 11 pixels. Wider screens set smaller type than the layout reckons with, see {@code
 * figure.css}.
 */
final class Drawing {
  static final double PIXELS_PER_UNIT = 1.25;
  static final double WIDEST = 440;

  private final Element root = new Element("svg");
  private final String id;

  /**
   * An empty drawing.
   *
   * @param id unique in the page; the ids of everything inside start with it
   */
  Drawing(String id, String kind) {
    if (!id.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
      throw new IllegalArgumentException(
          "id (" + id + ") must be a letter, then letters, digits, '_', '.' or '-'");
    }
    this.id = id;
    root.set("xmlns", "http://www.w3.org/2000/svg")
        .set("class", "figure " + kind)
        .set("viewBox", "");
    root.set("width", "").set("height", "").set("role", "img");
    root.set("font-size", Label.SIZE).set("fill", "currentColor");
  }

  /** Names the drawing; both texts are for assistive technology. */
  Drawing describe(String title, String description) {
    root.set("aria-labelledby", id("title")).set("aria-describedby", id("desc"));
    root.child("title").set("id", id("title")).text(title);
    root.child("desc").set("id", id("desc")).text(description);
    return this;
  }

  /** An id for something inside. */
  String id(String name) {
    return id + "-" + name;
  }

  Drawing add(Element element) {
    root.add(element);
    return this;
  }

  /** The finished SVG, cut to {@code bounds}. */
  String svg(Box bounds) {
    String corner = Coordinate.text(bounds.left()) + " " + Coordinate.text(bounds.top());
    String size = Coordinate.text(bounds.width()) + " " + Coordinate.text(bounds.height());
    root.set("viewBox", corner + " " + size);
    root.set("width", Math.rint(bounds.width() * PIXELS_PER_UNIT));
    root.set("height", Math.rint(bounds.height() * PIXELS_PER_UNIT));
    return root.xml();
  }
}
