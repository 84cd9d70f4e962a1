package answerbook.export.epub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The cover: a small network, and the title under it. */
final class Cover {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 1800;
  private static final int[] LAYERS = {3, 5, 5, 2};
  private static final int LINE = 18;

  private Cover() {}

  static String svg(String title) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append(
        format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"", WIDTH, HEIGHT));
    out.append(format(" width=\"%d\" height=\"%d\">\n", WIDTH, HEIGHT));
    out.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#0b5a72\"/>\n", WIDTH, HEIGHT));
    network(out);
    List<String> lines = lines(title);
    int size = lines.stream().allMatch(line -> line.length() <= 11) ? 170 : 104;
    for (int i = 0; i < lines.size(); i++) {
      out.append(text(1240 + i * size * 6 / 5, size, lines.get(i)));
    }
    return out.append("</svg>\n").toString();
  }

  private static void network(StringBuilder out) {
    out.append("<g stroke=\"#82c5da\" stroke-width=\"4\" stroke-opacity=\"0.55\">\n");
    for (int layer = 1; layer < LAYERS.length; layer++) {
      for (int from = 0; from < LAYERS[layer - 1]; from++) {
        for (int to = 0; to < LAYERS[layer]; to++) {
          out.append(
              format(
                  "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n",
                  x(layer - 1), y(layer - 1, from), x(layer), y(layer, to)));
        }
      }
    }
    out.append("</g>\n<g fill=\"#fdfcfa\">\n");
    for (int layer = 0; layer < LAYERS.length; layer++) {
      for (int node = 0; node < LAYERS[layer]; node++) {
        String circle = "<circle cx=\"%d\" cy=\"%d\" r=\"34\"/>\n";
        out.append(format(circle, x(layer), y(layer, node)));
      }
    }
    out.append("</g>\n");
  }

  /** Digits as everywhere, whatever the locale. */
  private static String format(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }

  private static int x(int layer) {
    return 210 + layer * 260;
  }

  private static int y(int layer, int node) {
    return 600 + (2 * node - LAYERS[layer] + 1) * 85;
  }

  private static String text(int y, int size, String line) {
    return format("<text x=\"%d\" y=\"%d\" font-size=\"%d\"", WIDTH / 2, y, size)
        + " text-anchor=\"middle\" font-family=\"Source Serif 4, Georgia, serif\""
        + " font-weight=\"600\" fill=\"#fdfcfa\">"
        + line.replace("&", "&amp;").replace("<", "&lt;")
        + "</text>\n";
  }

  private static List<String> lines(String title) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : title.split(" ")) {
      if (line.length() > 0 && line.length() + word.length() >= LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
