package answerbook.browser;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Which pixels of a picture are inked. */
final class Ink {
  /** Less bright pixels count as inked. */
  private static final int INKED = 190;

  private static final int LIMIT = 12;

  private final boolean[][] ink;

  Ink(BufferedImage image) {
    ink = new boolean[image.getHeight()][image.getWidth()];
    for (int y = 0; y < ink.length; y++) {
      for (int x = 0; x < ink[y].length; x++) {
        Color color = new Color(image.getRGB(x, y));
        ink[y][x] = (color.getRed() + color.getGreen() + color.getBlue()) / 3 < INKED;
      }
    }
  }

  /** How many pixels are inked. */
  int count() {
    int count = 0;
    for (boolean[] row : ink) {
      for (boolean inked : row) {
        count += inked ? 1 : 0;
      }
    }
    return count;
  }

  /** How far the farthest ink of either is from any ink of the other, in pixels, up to a limit. */
  double distance(Ink other) {
    return Math.max(farthest(other), other.farthest(this));
  }

  private double farthest(Ink other) {
    double farthest = 0;
    for (int y = 0; y < ink.length; y++) {
      for (int x = 0; x < ink[y].length; x++) {
        if (ink[y][x]) {
          farthest = Math.max(farthest, other.nearest(x, y));
        }
      }
    }
    return farthest;
  }

  private double nearest(int x, int y) {
    double nearest = LIMIT;
    for (int v = Math.max(0, y - LIMIT); v < Math.min(ink.length, y + LIMIT); v++) {
      for (int u = Math.max(0, x - LIMIT); u < Math.min(ink[v].length, x + LIMIT); u++) {
        if (ink[v][u]) {
          nearest = Math.min(nearest, Math.hypot(u - x, v - y));
        }
      }
    }
    return nearest;
  }
}
