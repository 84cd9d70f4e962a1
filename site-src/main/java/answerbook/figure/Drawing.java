package answerbook.figure;

/**
 * The frame of a figure: its size, its name and description for readers who can't see it, and its
 * content.
 *
 * <p>Where there is room, a unit of the drawing is a little more than a CSS pixel. A drawing
 * {@value #WIDEST} units wide, shrunk to the 350 pixels that a phone leaves it, still shows its
 * type at 11 pixels. Wider screens set smaller type than the layout reckons with, see {@code
 * figure.css}.
 */
final class Drawing {
  static final double WIDEST = 440;

  /** What is drawn. */
  enum Kind {
    PLOT("drawing-plot", 1.25),
    DIAGRAM("drawing-diagram", 1.12);

    private final String cssClass;
    private final double pixelsPerUnit;

    Kind(String cssClass, double pixelsPerUnit) {
      this.cssClass = cssClass;
      this.pixelsPerUnit = pixelsPerUnit;
    }
  }

  private final Kind kind;
  private final Element root = new Element("svg");
  private final String id;

  /**
   * An empty drawing.
   *
   * @param id unique in the page; the ids of everything inside start with it
   */
  Drawing(String id, Kind kind) {
    this.kind = kind;
    if (!id.matches("[A-Za-z][A-Za-z0-9_.-]*")) {
      throw new IllegalArgumentException(
          "id (" + id + ") must be a letter, then letters, digits, '_', '.' or '-'");
    }
    this.id = id;
    root.set("xmlns", "http://www.w3.org/2000/svg")
        .set("class", "drawing " + kind.cssClass)
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

  /** Appends an element, unless it is a group without content. */
  Drawing add(Element element) {
    if (!element.isEmpty()) {
      root.add(element);
    }
    return this;
  }

  /** The finished SVG, cut to {@code bounds}. */
  String svg(Box bounds) {
    String corner = Coordinate.text(bounds.left()) + " " + Coordinate.text(bounds.top());
    String size = Coordinate.text(bounds.width()) + " " + Coordinate.text(bounds.height());
    root.set("viewBox", corner + " " + size);
    root.set("width", Math.rint(bounds.width() * kind.pixelsPerUnit));
    root.set("height", Math.rint(bounds.height() * kind.pixelsPerUnit));
    return root.xml();
  }
}
