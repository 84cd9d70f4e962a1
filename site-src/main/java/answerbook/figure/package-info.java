/**
 * Draws the plots and diagrams that answers' programs describe, as inline SVG that takes its
 * colours and type from the page.
 *
 * <p>It knows {@code answerbook.api} and nothing else of the generator: not where a figure stands,
 * how it is numbered, or what its caption says. All lengths are units of the drawing; {@link
 * answerbook.figure.Drawing} says how they become pixels.
 */
package answerbook.figure;
