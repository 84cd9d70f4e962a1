package answerbook.export.onefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Drawings with fewer digits: a tenth of their unit is less than a pixel of any screen, and steps
 * along a line are shorter to write than places.
 */
final class Drawings {
  private static final Pattern POLYLINE = Pattern.compile("M(-?[\\d.]+) (-?[\\d.]+)L([-\\d. ]++)");

  private static final String ANCHOR = "text-anchor";

  private Drawings() {}

  static void shorten(Document page) {
    int number = 0;
    for (Element svg : page.select("svg")) {
      svg.removeAttr("xmlns");
      new ShortIds("d" + number++).apply(svg);
      new StraightLines().join(svg);
      liftAnchors(svg);
    }
    for (Element path : page.select("svg path[d]")) {
      path.attr("d", relative(path.attr("d")));
    }
  }

  /** Where all texts of a group are anchored alike, the group says so for them. */
  private static void liftAnchors(Element svg) {
    for (Element group : svg.select("g:has(> text[text-anchor])")) {
      Set<String> anchors = new HashSet<>();
      group.children().forEach(child -> anchors.add(child.attr(ANCHOR)));
      if (anchors.size() == 1 && group.select("g").size() == 1) {
        group.attr(ANCHOR, anchors.iterator().next());
        group.children().forEach(child -> child.removeAttr(ANCHOR));
      }
    }
  }

  /** A path with its polylines in steps; rounding does not add up, since places are rounded. */
  static String relative(String path) {
    StringBuilder out = new StringBuilder();
    Matcher lines = POLYLINE.matcher(path);
    while (lines.find()) {
      lines.appendReplacement(out, steps(lines.group(1), lines.group(2), lines.group(3)));
    }
    return lines.appendTail(out).toString();
  }

  private static String steps(String startX, String startY, String rest) {
    BigDecimal x = tenths(startX);
    BigDecimal y = tenths(startY);
    StringBuilder out = new StringBuilder("M" + text(x) + separated(text(y)) + "l");
    String[] numbers = rest.strip().split(" ");
    for (int i = 0; i + 1 < numbers.length; i += 2) {
      BigDecimal nextX = tenths(numbers[i]);
      BigDecimal nextY = tenths(numbers[i + 1]);
      String step = text(nextX.subtract(x)) + separated(text(nextY.subtract(y)));
      out.append(i == 0 ? step : separated(step));
      x = nextX;
      y = nextY;
    }
    return out.toString();
  }

  static BigDecimal tenths(String number) {
    return new BigDecimal(number).setScale(1, RoundingMode.HALF_EVEN);
  }

  /** A minus sign parts numbers by itself. */
  static String separated(String number) {
    return number.startsWith("-") ? number : " " + number;
  }

  static String text(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    String text = number.stripTrailingZeros().toPlainString();
    return text.replaceFirst("^(-?)0\\.", "$1.");
  }
}
