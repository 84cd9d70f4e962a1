/**
 * What the book adds to GitHub's Markdown: maths, values, directives, citations and the answer, as
 * flexmark parsers and nodes.
 *
 * <p>Knows syntax alone: no programs, no rendering.
 */
package answerbook.markdown.syntax;
