package answerbook.math.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import answerbook.math.MathRenderer;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankFontTest {
  @ParameterizedTest
  @ValueSource(strings = {"Main-Regular", "Math-Italic", "AMS-Regular", "Size4-Regular"})
  void everyCharacterIsAsWideAsInTheRealFont(String name) throws IOException {
    byte[] real = font(name);
    byte[] blank = BlankFont.of(real);

    try (TrueTypeFont expected = parsed(real);
        TrueTypeFont actual = parsed(blank)) {
      CmapLookup expectedGlyphs = expected.getUnicodeCmapLookup();
      CmapLookup actualGlyphs = actual.getUnicodeCmapLookup();
      int known = 0;
      for (int character = 0; character <= 0xffff; character++) {
        int glyph = expectedGlyphs.getGlyphId(character);
        int blankGlyph = actualGlyphs.getGlyphId(character);
        assertThat(blankGlyph > 0).as("%s has U+%04x", name, character).isEqualTo(glyph > 0);
        assertThat(actual.getAdvanceWidth(blankGlyph))
            .as("width of U+%04x in %s", character, name)
            .isEqualTo(expected.getAdvanceWidth(glyph));
        known += glyph > 0 ? 1 : 0;
      }
      assertThat(known).isGreaterThan(10);
    }
    assertThat(blank.length).isLessThan(real.length / 5);
  }

  @Test
  void linesAreAsHighAsInTheRealFont() throws IOException {
    byte[] real = font("Main-Regular");

    try (TrueTypeFont expected = parsed(real);
        TrueTypeFont actual = parsed(BlankFont.of(real))) {
      assertThat(actual.getHorizontalHeader().getAscender())
          .isEqualTo(expected.getHorizontalHeader().getAscender())
          .isPositive();
      assertThat(actual.getHorizontalHeader().getDescender())
          .isEqualTo(expected.getHorizontalHeader().getDescender())
          .isNegative();
      assertThat(actual.getUnitsPerEm()).isEqualTo(expected.getUnitsPerEm());
    }
  }

  @Test
  void whatIsNoFontIsRefused() {
    assertThatThrownBy(() -> BlankFont.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a TrueType font");
  }

  private static TrueTypeFont parsed(byte[] font) throws IOException {
    return new TTFParser().parse(new RandomAccessReadBuffer(font));
  }

  private static byte[] font(String name) throws IOException {
    String file = MathRenderer.KATEX_FOLDER + "fonts/KaTeX_" + name + ".ttf";
    try (InputStream in = BlankFontTest.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }
}
