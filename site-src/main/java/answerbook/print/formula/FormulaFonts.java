package answerbook.print.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** KaTeX's fonts: the widths of their characters. */
public final class FormulaFonts {
  /** The fonts by the names of their files. */
  public static final List<String> NAMES =
      List.of(
          "KaTeX_AMS-Regular",
          "KaTeX_Caligraphic-Bold",
          "KaTeX_Caligraphic-Regular",
          "KaTeX_Fraktur-Bold",
          "KaTeX_Fraktur-Regular",
          "KaTeX_Main-Bold",
          "KaTeX_Main-BoldItalic",
          "KaTeX_Main-Italic",
          "KaTeX_Main-Regular",
          "KaTeX_Math-BoldItalic",
          "KaTeX_Math-Italic",
          "KaTeX_SansSerif-Bold",
          "KaTeX_SansSerif-Italic",
          "KaTeX_SansSerif-Regular",
          "KaTeX_Script-Regular",
          "KaTeX_Size1-Regular",
          "KaTeX_Size2-Regular",
          "KaTeX_Size3-Regular",
          "KaTeX_Size4-Regular",
          "KaTeX_Typewriter-Regular");

  private final String folder;
  private final Map<String, TrueTypeFont> fonts = new HashMap<>();

  /**
   * @param folder the folder of KaTeX's distribution on the class path, with a final slash
   */
  public FormulaFonts(String folder) {
    this.folder = folder + "fonts/";
  }

  /** The font's file. */
  public InputStream open(String font) {
    InputStream in = FormulaFonts.class.getResourceAsStream(folder + font + ".ttf");
    if (in == null) {
      throw new IllegalStateException("KaTeX's webjar has no font " + font);
    }
    return in;
  }

  /**
   * The width of characters in em of the font.
   *
   * @throws UnprintableException if the font lacks one
   */
  double advance(String font, String text) {
    try {
      TrueTypeFont type = fonts.computeIfAbsent(font, this::parse);
      CmapLookup glyphs = type.getUnicodeCmapLookup();
      double width = 0;
      for (int character : text.codePoints().toArray()) {
        int glyph = glyphs.getGlyphId(character);
        if (glyph == 0) {
          throw new UnprintableException(font, character);
        }
        width += type.getAdvanceWidth(glyph);
      }
      return width / type.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + font, e);
    }
  }

  private TrueTypeFont parse(String font) {
    try (InputStream in = open(font)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + font, e);
    }
  }
}
