package answerbook.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font with others that stand in where it lacks a character: outlines and widths, in ems. */
final class Typeface {
  /**
   * A character's form.
   *
   * @param outline with the baseline at 0 and y downwards
   * @param advance how far the next character is
   */
  record Glyph(GeneralPath outline, double advance) {}

  private final List<Font> fonts = new ArrayList<>();
  private final Map<Integer, Optional<Glyph>> glyphs = new HashMap<>();

  private record Font(TrueTypeFont file, CmapLookup characters) {}

  /**
   * @param last the font that stands in last
   * @param folder where the others are
   * @param names of files without ending, the font first
   */
  Typeface(byte[] last, Path folder, String... names) {
    try {
      for (String name : names) {
        add(Files.readAllBytes(folder.resolve(name + ".ttf")));
      }
      add(last);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read fonts in " + folder, e);
    }
  }

  private void add(byte[] file) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
    fonts.add(new Font(font, font.getUnicodeCmapLookup()));
  }

  /** A character's form; empty if no font has it. */
  Optional<Glyph> glyph(int character) {
    return glyphs.computeIfAbsent(character, this::read);
  }

  /** The width of a text; a character that no font has takes none. */
  double width(String text) {
    return text.codePoints()
        .mapToObj(this::glyph)
        .mapToDouble(g -> g.map(Glyph::advance).orElse(0.0))
        .sum();
  }

  /** The characters of a text that no font has. */
  Set<String> missing(String text) {
    Set<String> missing = new TreeSet<>();
    text.codePoints()
        .filter(character -> glyph(character).isEmpty())
        .forEach(character -> missing.add(Character.toString(character)));
    return missing;
  }

  private Optional<Glyph> read(int character) {
    for (Font font : fonts) {
      int id = font.characters().getGlyphId(character);
      if (id != 0) {
        return Optional.of(glyph(font.file(), id));
      }
    }
    return Optional.empty();
  }

  private static Glyph glyph(TrueTypeFont font, int id) {
    try {
      double em = font.getUnitsPerEm();
      var data = font.getGlyph().getGlyph(id);
      GeneralPath outline = data == null ? new GeneralPath() : data.getPath();
      outline.transform(AffineTransform.getScaleInstance(1 / em, -1 / em));
      return new Glyph(outline, font.getAdvanceWidth(id) / em);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
