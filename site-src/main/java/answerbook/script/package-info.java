/**
 * JavaScript libraries run at build time, and the store of what they made.
 *
 * <p>Knows the script engine; knows nothing of maths, code or Markdown.
 */
package answerbook.script;
