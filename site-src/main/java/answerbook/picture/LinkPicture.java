package answerbook.picture;

import answerbook.picture.Typeface.Glyph;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Draws the pictures of links, 1200 by 630 pixels: a title with a line above and one below it. */
public final class LinkPicture {
  /** Pixels. */
  public static final int WIDTH = 1200;

  /** Pixels. */
  public static final int HEIGHT = 630;

  private static final int PAPER = 0xfdfcfa;
  private static final int INK = 0x1e1b17;
  private static final int MUTED = 0x625b50;
  private static final int PETROL = 0x0b5a72;
  private static final double LEFT = 96;
  private static final double BAND = 28;
  private static final double TITLE_WIDTH = WIDTH - 2 * LEFT;
  private static final double[] TITLE_SIZES = {92, 82, 72, 62, 54, 46};
  private static final double LEADING = 1.16;
  private static final double TITLE_TOP = 168;
  private static final double TITLE_HEIGHT = 330;
  private static final double SMALL = 34;

  private final Typeface title;
  private final Typeface label;
  private final Typeface brand;

  /**
   * What a picture says.
   *
   * @param site the site's name
   * @param above the line over the title
   * @param title set as large as it fits
   * @param below the line under it
   */
  public record Words(String site, String above, String title, String below) {}

  /**
   * @param fonts the folder that holds the fonts
   * @param last a font that stands in where they lack a character, such as an operator
   */
  public LinkPicture(Path fonts, byte[] last) {
    title = new Typeface(last, fonts, "Display-Bold", "Serif-Bold", "Sans-Bold", "Sans-Regular");
    label = new Typeface(last, fonts, "Sans-Regular", "Serif-Regular");
    brand = new Typeface(last, fonts, "Sans-Bold", "Serif-Bold");
  }

  /** Characters that no font has. */
  public Set<String> missing(Words words) {
    Set<String> missing = new TreeSet<>(title.missing(words.title()));
    missing.addAll(label.missing(words.above() + words.below()));
    missing.addAll(brand.missing(words.site()));
    return missing;
  }

  /** The picture as PNG. */
  public byte[] png(Words words) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT, PAPER);
    AffineTransform here = new AffineTransform();
    canvas.fill(new Rectangle2D.Double(0, 0, BAND, HEIGHT), here, PETROL);
    Icon.draw(canvas, LEFT, HEIGHT - 116, 1.75);
    canvas.fill(text(brand, words.site(), SMALL), at(LEFT + 74, HEIGHT - 76), PETROL);
    double end = WIDTH - LEFT - label.width(words.below()) * SMALL;
    canvas.fill(text(label, words.below(), SMALL), at(end, HEIGHT - 76), MUTED);
    canvas.fill(text(label, words.above(), SMALL), at(LEFT, 118), MUTED);
    drawTitle(canvas, words.title());
    return Png.bytes(canvas);
  }

  private void drawTitle(Canvas canvas, String words) {
    double size = 0;
    List<String> lines = List.of();
    for (double next : TITLE_SIZES) {
      size = next;
      lines = lines(words, size);
      boolean wordsFit = lines.stream().allMatch(fits(next));
      if (wordsFit && lines.size() * size * LEADING <= TITLE_HEIGHT) {
        break;
      }
    }
    double baseline = TITLE_TOP + size;
    for (String line : lines) {
      canvas.fill(text(title, line, size), at(LEFT, baseline), INK);
      baseline += size * LEADING;
    }
  }

  private java.util.function.Predicate<String> fits(double size) {
    return line -> title.width(line) * size <= TITLE_WIDTH;
  }

  /** Breaks a text into lines, each as long as it fits. */
  private List<String> lines(String words, double size) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : words.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && !fits(size).test(longer)) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines;
  }

  private static GeneralPath text(Typeface typeface, String text, double size) {
    GeneralPath path = new GeneralPath(Path2D.WIND_NON_ZERO);
    AffineTransform place = AffineTransform.getScaleInstance(size, size);
    text.codePoints()
        .forEach(
            character -> typeface.glyph(character).ifPresent(glyph -> append(path, glyph, place)));
    return path;
  }

  private static void append(GeneralPath path, Glyph glyph, AffineTransform place) {
    path.append(glyph.outline().getPathIterator(place), false);
    place.translate(glyph.advance(), 0);
  }

  private static AffineTransform at(double x, double y) {
    return AffineTransform.getTranslateInstance(x, y);
  }
}
