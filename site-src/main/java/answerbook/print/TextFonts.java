package answerbook.print;

import answerbook.math.MathRenderer;
import answerbook.print.formula.FormulaFonts;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** The fonts of text: files named {@code Family-Style.ttf}. */
final class TextFonts {
  /** The font that stands in where another lacks a character. */
  private static final String SYMBOLS = "Sans-Regular";

  /** KaTeX's font that stands in last. */
  private static final String OPERATORS = "KaTeX_Main-Regular";

  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Set<Integer> characters = new TreeSet<>();

  TextFonts(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".ttf")).sorted().toList()) {
        String file = path.getFileName().toString();
        files.put(file.substring(0, file.length() - ".ttf".length()), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read fonts from " + folder, e);
    }
    files.forEach(this::collect);
    collect(OPERATORS, operators());
  }

  /** The contents of the files, in the order of their names. */
  Collection<byte[]> files() {
    return files.values();
  }

  /** Makes the fonts known to text and to drawings, and after them those that stand in. */
  void register(PdfRendererBuilder builder) {
    files.forEach(
        (name, bytes) -> {
          String family = "Answerbook " + name.substring(0, name.indexOf('-'));
          FontStyle style = name.endsWith("Italic") ? FontStyle.ITALIC : FontStyle.NORMAL;
          builder.useFont(
              () -> new ByteArrayInputStream(bytes),
              family,
              name.contains("Bold") ? BOLD : NORMAL,
              style,
              true,
              EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
        });
    standIn(builder, "Symbols", files.get(SYMBOLS));
    standIn(builder, "Operators", operators());
  }

  /** A font that only stands in must be registered by itself: it would no longer be a family. */
  private static void standIn(PdfRendererBuilder builder, String family, byte[] bytes) {
    for (int weight : new int[] {NORMAL, BOLD}) {
      for (FontStyle style : List.of(FontStyle.NORMAL, FontStyle.ITALIC)) {
        builder.useFont(
            () -> new ByteArrayInputStream(bytes),
            family,
            weight,
            style,
            true,
            EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.FALLBACK_PRE));
      }
    }
  }

  /** Reports characters of text that no font has, at their questions. */
  void check(Document document, Mistakes mistakes) {
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            check(text, mistakes);
          }
        },
        document.body());
  }

  private void check(TextNode text, Mistakes mistakes) {
    text.getWholeText()
        .codePoints()
        .filter(c -> c >= ' ' && !characters.contains(c))
        .distinct()
        .forEach(c -> mistakes.add(owner(text), missing(c), "write it in another way, or as TeX"));
  }

  private static String missing(int character) {
    return String.format(
        Locale.ROOT,
        "no font has the character '%s' (U+%04X)",
        Character.toString(character),
        character);
  }

  private static String owner(TextNode text) {
    Element owner = text.parent().closest("[" + Mistakes.OWNER + "]");
    return owner == null ? "" : owner.attr(Mistakes.OWNER);
  }

  private static byte[] operators() {
    try (InputStream in = new FormulaFonts(MathRenderer.KATEX_FOLDER).open(OPERATORS)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + OPERATORS, e);
    }
  }

  private void collect(String name, byte[] bytes) {
    try {
      CmapLookup glyphs =
          new TTFParser().parse(new RandomAccessReadBuffer(bytes)).getUnicodeCmapLookup();
      for (int character = ' '; character <= Character.MAX_VALUE; character++) {
        if (glyphs.getGlyphId(character) != 0) {
          characters.add(character);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + name, e);
    }
  }
}
