package answerbook.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * How much of each pixel a shape covers, exactly but for the flattening of its curves: each edge
 * adds to the pixels that it crosses what it changes there, and sums along a row give the areas.
 */
final class Coverage {
  private static final double FLATNESS = 0.05;

  private final int width;
  private final int height;
  private final double[] changes;
  private int first;
  private int last;

  Coverage(int width, int height) {
    this.width = width;
    this.height = height;
    this.changes = new double[(width + 2) * height];
    this.first = height;
  }

  /** Forgets all shapes. */
  void clear() {
    if (first < last) {
      Arrays.fill(changes, first * (width + 2), last * (width + 2), 0);
    }
    first = height;
    last = 0;
  }

  /** Adds a shape, which must lie between the left and the right edge. */
  void add(Shape shape, AffineTransform place) {
    double[] point = new double[6];
    double startX = 0;
    double startY = 0;
    double x = 0;
    double y = 0;
    for (PathIterator path = shape.getPathIterator(place, FLATNESS); !path.isDone(); path.next()) {
      int kind = path.currentSegment(point);
      boolean closing = kind == PathIterator.SEG_CLOSE;
      double toX = closing ? startX : point[0];
      double toY = closing ? startY : point[1];
      if (kind == PathIterator.SEG_MOVETO) {
        startX = toX;
        startY = toY;
      } else {
        edge(x, y, toX, toY);
      }
      x = toX;
      y = toY;
    }
  }

  /** The first row that something covers. */
  int first() {
    return first;
  }

  /** The row after the last one that something covers. */
  int last() {
    return last;
  }

  /** The share of a row's pixels that is covered, from 0 to 1. */
  double[] row(int y) {
    double[] shares = new double[width];
    double sum = 0;
    for (int x = 0; x < width; x++) {
      sum += changes[y * (width + 2) + x];
      shares[x] = Math.min(1, Math.abs(sum));
    }
    return shares;
  }

  private void edge(double fromX, double fromY, double toX, double toY) {
    if (fromY > toY) {
      downward(toX, toY, fromX, fromY, -1);
    } else if (fromY < toY) {
      downward(fromX, fromY, toX, toY, 1);
    }
  }

  private void downward(double fromX, double fromY, double toX, double toY, int sign) {
    double slope = (toX - fromX) / (toY - fromY);
    int start = (int) Math.max(0, Math.floor(fromY));
    int end = (int) Math.min(height, Math.ceil(toY));
    first = Math.min(first, start);
    last = Math.max(last, end);
    for (int row = start; row < end; row++) {
      double top = Math.max(row, fromY);
      double bottom = Math.min(row + 1.0, toY);
      double x0 = fromX + (top - fromY) * slope;
      double x1 = fromX + (bottom - fromY) * slope;
      spread(row * (width + 2), Math.min(x0, x1), Math.max(x0, x1), sign * (bottom - top));
    }
  }

  /** Adds a piece of an edge within one row, pixel by pixel of those that it crosses. */
  private void spread(int start, double left, double right, double weight) {
    double at = left;
    do {
      int pixel = (int) Math.floor(at);
      double until = Math.min(right, pixel + 1.0);
      double part = right > left ? weight * (until - at) / (right - left) : weight;
      double beside = (at + until) / 2 - pixel;
      changes[start + pixel] += part * (1 - beside);
      changes[start + pixel + 1] += part * beside;
      at = until;
    } while (at < right);
  }
}
