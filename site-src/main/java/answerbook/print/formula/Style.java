package answerbook.print.formula;

import java.awt.Color;

/**
 * What an element hands down to what is in it.
 *
 * @param size of the font, in em of the whole formula
 * @param align how a stack sets its lines
 * @param color null for the text's own
 * @param room the width to be filled; NaN where nothing has set it yet
 * @param height the height that drawings take over; NaN where nothing has set it
 */
record Style(double size, Face face, Align align, Color color, double room, double height) {
  static final Style ROOT =
      new Style(1, new Face("Main", false, false), Align.LEFT, null, Double.NaN, Double.NaN);

  /** How lines of a stack are set. */
  enum Align {
    LEFT,
    CENTRE,
    RIGHT;

    /** How far to the right content of a width stands in a room, which it may be wider than. */
    double offset(double room, double width) {
      double spare = Math.max(0, room - width);
      return this == CENTRE ? spare / 2 : this == RIGHT ? spare : 0;
    }
  }

  /**
   * A face of KaTeX's fonts.
   *
   * @param family without {@code KaTeX_}
   */
  record Face(String family, boolean bold, boolean italic) {
    Face family(String newFamily) {
      return new Face(newFamily, bold, italic);
    }

    Face bolder() {
      return new Face(family, true, italic);
    }

    Face slanted(boolean nowItalic) {
      return new Face(family, bold, nowItalic);
    }

    /** The font file without its ending; families lack some styles, as browsers know too. */
    String font() {
      String style =
          switch (family) {
            case "Math" -> bold ? "BoldItalic" : "Italic";
            case "Main" -> bold && italic ? "BoldItalic" : bold ? "Bold" : upright("Regular");
            case "SansSerif" -> bold ? "Bold" : upright("Regular");
            case "Caligraphic", "Fraktur" -> bold ? "Bold" : "Regular";
            default -> "Regular";
          };
      return "KaTeX_" + family + "-" + style;
    }

    private String upright(String name) {
      return italic ? "Italic" : name;
    }
  }

  Style size(double newSize) {
    return new Style(newSize, face, align, color, room, height);
  }

  Style face(Face newFace) {
    return new Style(size, newFace, align, color, room, height);
  }

  Style align(Align newAlign) {
    return new Style(size, face, newAlign, color, room, height);
  }

  Style color(Color newColor) {
    return new Style(size, face, align, newColor, room, height);
  }

  Style room(double newRoom) {
    return new Style(size, face, align, color, newRoom, height);
  }

  Style height(double newHeight) {
    return new Style(size, face, align, color, room, newHeight);
  }

  /** The room, or none where nothing has set it. */
  double knownRoom() {
    return Double.isNaN(room) ? 0 : room;
  }
}
