package answerbook.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Arrays;

/** Pixels, on which shapes are filled with few shades, so that a palette can hold all colours. */
final class Canvas {
  private static final int SHADES = 15;
  private static final int[] CHANNELS = {16, 8, 0};
  private static final int FULL = 0xff;

  private final int width;
  private final int height;
  private final int[] pixels;
  private final Coverage coverage;

  Canvas(int width, int height, int colour) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    this.coverage = new Coverage(width, height);
    Arrays.fill(pixels, colour);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The colour of a pixel, as 0xRRGGBB. */
  int colour(int x, int y) {
    return pixels[y * width + x];
  }

  /** Fills a shape. */
  void fill(Shape shape, AffineTransform place, int colour) {
    coverage.clear();
    coverage.add(shape, place);
    for (int y = coverage.first(); y < coverage.last(); y++) {
      double[] shares = coverage.row(y);
      for (int x = 0; x < width; x++) {
        int shade = (int) Math.round(shares[x] * SHADES);
        if (shade > 0) {
          pixels[y * width + x] = mixed(pixels[y * width + x], colour, shade);
        }
      }
    }
  }

  private static int mixed(int below, int above, int shade) {
    int mixed = 0;
    for (int channel : CHANNELS) {
      int under = (below >> channel) & FULL;
      int over = (above >> channel) & FULL;
      int share = (under * (SHADES - shade) + over * shade + SHADES / 2) / SHADES;
      mixed |= share << channel;
    }
    return mixed;
  }
}
