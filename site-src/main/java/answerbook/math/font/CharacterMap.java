package answerbook.math.font;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.IntUnaryOperator;

/**
 * The table from characters to glyphs, in format 4: segments of characters without a gap, and a
 * list of glyphs that each segment points into.
 */
final class CharacterMap {
  private static final int END = 0xffff;
  private static final int WINDOWS = 3;
  private static final int UNICODE = 1;

  private final List<Integer> starts = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final List<Integer> firstGlyphs = new ArrayList<>();
  private final List<Integer> glyphs = new ArrayList<>();

  private CharacterMap(SortedMap<Integer, Integer> widths, IntUnaryOperator glyphOf) {
    widths.forEach(
        (character, width) -> {
          int last = ends.size() - 1;
          if (last >= 0 && ends.get(last) == character - 1) {
            ends.set(last, character);
          } else {
            starts.add(character);
            ends.add(character);
            firstGlyphs.add(glyphs.size());
          }
          glyphs.add(glyphOf.applyAsInt(width));
        });
  }

  /** The table for characters with these widths; {@code glyphOf} tells the glyph of a width. */
  static byte[] of(SortedMap<Integer, Integer> widths, IntUnaryOperator glyphOf) {
    return new CharacterMap(widths, glyphOf).table();
  }

  private byte[] table() {
    int segments = starts.size() + 1;
    int power = Integer.highestOneBit(segments);
    int length = 2 * (8 + 4 * segments + glyphs.size());
    List<Integer> out = new ArrayList<>(List.of(0, 1, WINDOWS, UNICODE, 0, 12));
    out.addAll(List.of(4, length, 0, 2 * segments));
    out.addAll(List.of(2 * power, Integer.numberOfTrailingZeros(power), 2 * (segments - power)));
    out.addAll(ends);
    out.addAll(List.of(END, 0));
    out.addAll(starts);
    out.add(END);
    for (int i = 0; i < segments - 1; i++) {
      out.add(0); // what is added to a glyph of the list
    }
    out.add(1); // the last segment: 0xffff + 1 is glyph 0
    for (int i = 0; i < segments - 1; i++) {
      out.add(2 * (segments - i + firstGlyphs.get(i))); // bytes from here to the segment's glyphs
    }
    out.add(0);
    out.addAll(glyphs);
    return FontTables.shorts(out);
  }
}
