/**
 * Blank fonts: as wide and as high as a real one, letter by letter, in a tenth of its bytes. A page
 * is set with them until the real ones arrive, so that no line breaks anew then.
 *
 * <p>Knows the bytes of fonts; knows nothing of pages.
 */
package answerbook.math.font;
