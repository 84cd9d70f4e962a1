package answerbook.print.formula;

import answerbook.print.formula.Style.Align;
import answerbook.print.formula.Style.Face;
import java.util.Set;

/** What KaTeX's style sheet says of its classes: fonts, sizes and alignment. */
final class ClassStyles {
  /** Font sizes by the number in {@code size1} … {@code size11}, relative to normal size. */
  private static final double[] SIZES = {0, .5, .6, .7, .8, .9, 1, 1.2, 1.44, 1.728, 2.074, 2.488};

  private ClassStyles() {}

  /** The style within an element that has these classes. */
  static Style of(Set<String> classes, Style outer) {
    Style style = outer;
    if (classes.contains("sizing") || classes.contains("fontsize-ensurer")) {
      style = style.size(style.size() * scale(classes));
    }
    boolean delimiter = classes.contains("delimsizing");
    for (String name : classes) {
      Face face = delimiter && name.matches("size[1-4]") ? sized(name, style) : face(name, style);
      style = style.face(face).align(align(name, style.align()));
    }
    return style;
  }

  private static double scale(Set<String> classes) {
    int from = 0;
    int to = 0;
    for (String name : classes) {
      if (name.startsWith("reset-size")) {
        from = Integer.parseInt(name.substring("reset-size".length()));
      } else if (name.matches("size\\d+")) {
        to = Integer.parseInt(name.substring("size".length()));
      }
    }
    return from == 0 || to == 0 ? 1 : SIZES[to] / SIZES[from];
  }

  private static Face sized(String name, Style style) {
    return style.face().family("Size" + name.substring("size".length()));
  }

  private static Face face(String name, Style style) {
    Face face = style.face();
    return switch (name) {
      case "mathnormal" -> face.family("Math").slanted(true);
      case "mathit" -> face.family("Main").slanted(true);
      case "mathrm" -> face.slanted(false);
      case "mathbf" -> face.family("Main").bolder();
      case "boldsymbol" -> face.family("Math").bolder().slanted(true);
      case "textbf" -> face.bolder();
      case "textit" -> face.slanted(true);
      case "textrm" -> face.family("Main");
      case "mainrm" -> face.family("Main").slanted(false);
      case "amsrm", "mathbb", "textbb" -> face.family("AMS");
      case "mathcal" -> face.family("Caligraphic");
      case "mathscr", "textscr" -> face.family("Script");
      case "mathtt", "texttt" -> face.family("Typewriter");
      default -> lessUsed(name, face);
    };
  }

  private static Face lessUsed(String name, Face face) {
    return switch (name) {
      case "mathsf", "textsf" -> face.family("SansSerif");
      case "mathboldsf", "textboldsf" -> face.family("SansSerif").bolder();
      case "mathsfit", "mathitsf", "textitsf" -> face.family("SansSerif").slanted(true);
      case "mathfrak", "textfrak" -> face.family("Fraktur");
      case "mathboldfrak", "textboldfrak" -> face.family("Fraktur").bolder();
      case "small-op", "delim-size1" -> face.family("Size1");
      case "large-op" -> face.family("Size2");
      case "delim-size4" -> face.family("Size4");
      default -> face;
    };
  }

  private static Align align(String name, Align outer) {
    return switch (name) {
      case "msupsub", "svg-align", "col-align-l" -> Align.LEFT;
      case "mfrac", "op-limits", "accent", "x-arrow", "mover", "munder", "col-align-c" ->
          Align.CENTRE;
      case "col-align-r" -> Align.RIGHT;
      default -> outer;
    };
  }
}
