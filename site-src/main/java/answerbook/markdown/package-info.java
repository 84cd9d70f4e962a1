/**
 * Markdown of questions and topics to HTML fragments: values, figures, maths, listings and links
 * put in their place.
 *
 * <p>The only user of flexmark, together with {@code markdown.syntax}. Addresses in fragments are
 * symbolic ({@code slug:hidden-node}); pages resolve them.
 */
package answerbook.markdown;
