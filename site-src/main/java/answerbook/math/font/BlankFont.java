package answerbook.math.font;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * A TrueType font without outlines that takes the same room as another one. It has a glyph for each
 * width rather than for each letter.
 *
 * <pre>{@code
 * byte[] blank = BlankFont.of(Files.readAllBytes(Path.of("KaTeX_Main-Regular.ttf")));
 * }</pre>
 */
public final class BlankFont {
  private static final int LAST_CHARACTER = 0xfffe;
  private static final int FORMAT_OF_OFFSETS = 50;
  private static final int NUMBER_OF_WIDTHS = 34;
  private static final int NUMBER_OF_GLYPHS = 4;
  private static final int WITHOUT_NAMES = 0x00030000;

  private final TreeMap<Integer, Integer> widths = new TreeMap<>();
  private final List<Integer> glyphs = new ArrayList<>();
  private final FontTables tables = new FontTables();

  private BlankFont(TrueTypeFont font) throws IOException {
    CmapLookup characters = font.getUnicodeCmapLookup();
    for (int character = 0; character <= LAST_CHARACTER; character++) {
      int glyph = characters.getGlyphId(character);
      if (glyph != 0) {
        widths.put(character, font.getAdvanceWidth(glyph));
      }
    }
    glyphs.add(font.getAdvanceWidth(0));
    glyphs.addAll(new TreeSet<>(widths.values()));
    for (String kept : List.of("OS/2", "head", "hhea", "maxp")) {
      tables.put(kept, font.getTableBytes(font.getTableMap().get(kept)));
    }
  }

  /**
   * The blank font of a TrueType font, both as the bytes of a file.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static byte[] of(byte[] font) {
    try (TrueTypeFont parsed = new TTFParser().parseEmbedded(new ByteArrayInputStream(font))) {
      return new BlankFont(parsed).file();
    } catch (IOException e) {
      throw new IllegalArgumentException("not a TrueType font: " + e.getMessage(), e);
    }
  }

  private byte[] file() {
    tables.get("head").putShort(FORMAT_OF_OFFSETS, (short) 0);
    tables.get("hhea").putShort(NUMBER_OF_WIDTHS, (short) glyphs.size());
    tables.get("maxp").putShort(NUMBER_OF_GLYPHS, (short) glyphs.size());
    tables.put("hmtx", metrics());
    tables.put("loca", new byte[2 * (glyphs.size() + 1)]);
    tables.put("glyf", new byte[1]); // browsers refuse an empty table
    tables.put("cmap", CharacterMap.of(widths, glyphs::lastIndexOf));
    tables.put("name", FontTables.shorts(List.of(0, 0, 6)));
    tables.put("post", ByteBuffer.allocate(32).putInt(WITHOUT_NAMES).array());
    return tables.file();
  }

  /** Of each glyph its width, and that nothing is left of it. */
  private byte[] metrics() {
    List<Integer> metrics = new ArrayList<>();
    for (int width : glyphs) {
      metrics.add(width);
      metrics.add(0);
    }
    return FontTables.shorts(metrics);
  }
}
