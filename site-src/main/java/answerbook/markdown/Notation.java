package answerbook.markdown;

import java.util.List;

/** How numbers and arrays are written down: in text, in maths, or in plain characters for data. */
enum Notation {
  TEXT {
    @Override
    String number(String ascii) {
      return withPower(ascii.replace('-', '\u2212'), "\u00a0×\u00a010<sup>", "</sup>");
    }

    @Override
    String array(List<String> items, int rank) {
      return "[" + String.join(", ", items) + "]";
    }

    @Override
    String word(String word) {
      return Html.escape(word);
    }
  },
  TEX {
    @Override
    String number(String ascii) {
      return withPower(ascii.replace(",", "{,}").replace("%", "\\%"), "\\times 10^{", "}");
    }

    @Override
    String array(List<String> items, int rank) {
      if (rank == 1) {
        return "\\begin{bmatrix}" + String.join(" & ", items) + "\\end{bmatrix}";
      }
      String rows = String.join(" \\\\ ", items);
      return "\\begin{bmatrix}"
          + rows.replace("\\begin{bmatrix}", "").replace("\\end{bmatrix}", "")
          + "\\end{bmatrix}";
    }

    @Override
    String word(String word) {
      return "\\text{" + word.replaceAll("([\\\\{}$&#^_%~])", "\\\\$1") + "}";
    }
  },
  PLAIN {
    @Override
    String number(String ascii) {
      return ascii;
    }

    @Override
    String array(List<String> items, int rank) {
      return "[" + String.join(", ", items) + "]";
    }

    @Override
    String word(String word) {
      return word;
    }
  };

  /** A number that {@link java.util.Formatter} wrote. */
  abstract String number(String ascii);

  /** Items of an array of {@code rank} axes, each already written. */
  abstract String array(List<String> items, int rank);

  abstract String word(String word);

  private static String withPower(String number, String before, String after) {
    int e = number.indexOf('e');
    if (e < 0) {
      return number;
    }
    String exponent =
        number
            .substring(e + 1)
            .replaceFirst("^\\+", "")
            .replaceFirst("^([-\u2212]?)0+(?=\\d)", "$1");
    return number.substring(0, e) + before + exponent + after;
  }
}
