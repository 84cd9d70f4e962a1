package answerbook.print.formula;

import java.awt.Color;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The classes and inline declarations of one element. Lengths are resolved with its style. */
record Css(Set<String> classes, Map<String, String> declarations) {
  /** Of the size that KaTeX's default has in pixels, 1.21 · 16. Pixels are used for hairlines. */
  private static final double PIXELS_PER_EM = 19.36;

  private static final Map<String, Color> COLORS =
      Map.of(
          "red", Color.RED,
          "blue", Color.BLUE,
          "green", new Color(0, 128, 0),
          "gray", Color.GRAY,
          "grey", Color.GRAY,
          "orange", new Color(255, 165, 0),
          "purple", new Color(128, 0, 128),
          "teal", new Color(0, 128, 128),
          "white", Color.WHITE);

  static Css of(Element element) {
    Map<String, String> declarations = new HashMap<>();
    for (String declaration : element.attr("style").split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        declarations.put(
            declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
      }
    }
    return new Css(element.classNames(), declarations);
  }

  boolean is(String name) {
    return classes.contains(name);
  }

  boolean isAny(String... names) {
    for (String name : names) {
      if (classes.contains(name)) {
        return true;
      }
    }
    return false;
  }

  boolean has(String property) {
    return declarations.containsKey(property);
  }

  String text(String property) {
    return declarations.getOrDefault(property, "");
  }

  /** A length, or 0 where none is declared. */
  double length(String property, Style style) {
    return resolve(text(property), style);
  }

  /** A declared colour, or another where none is. */
  Color color(String property, Color otherwise) {
    return has(property) ? color(text(property)) : otherwise;
  }

  /** Resolves {@code 1.2em}, {@code 50%}, {@code 3px} or {@code calc(50% + 0.3em)}. */
  static double resolve(String text, Style style) {
    if (text.startsWith("calc(")) {
      return sum(text.substring("calc(".length(), text.length() - 1), style);
    }
    if (text.endsWith("em")) {
      return number(text, 2) * style.size();
    }
    if (text.endsWith("%")) {
      return number(text, 1) / 100 * style.knownRoom();
    }
    if (text.endsWith("px")) {
      return number(text, 2) / PIXELS_PER_EM;
    }
    return 0;
  }

  private static double sum(String terms, Style style) {
    double total = 0;
    int sign = 1;
    for (String term : terms.strip().split("\\s+")) {
      if (term.equals("+") || term.equals("-")) {
        sign = term.equals("+") ? 1 : -1;
      } else {
        total += sign * resolve(term, style);
      }
    }
    return total;
  }

  private static double number(String text, int unit) {
    return Double.parseDouble(text.substring(0, text.length() - unit));
  }

  private static Color color(String text) {
    if (text.matches("#\\p{XDigit}{3}")) {
      return Color.decode(text.replaceAll("(\\p{XDigit})", "$1$1"));
    }
    if (text.matches("#\\p{XDigit}{6}")) {
      return Color.decode(text);
    }
    return COLORS.get(text.toLowerCase(Locale.ROOT));
  }
}
