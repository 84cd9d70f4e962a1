/**
 * Pictures by which links to pages are shown elsewhere: text on paper, as PNG.
 *
 * <p>Every JDK and machine makes the same bytes. So neither Java2D draws them, whose text depends
 * on the platform, nor zlib packs them, whose versions differ: outlines come from our own fonts,
 * and filling and packing are done here. Knows nothing of the book.
 */
package answerbook.picture;
