package answerbook.content;

/**
 * A piece of front matter and its place.
 *
 * @param text the value
 * @param offset where in the file the value's first character stands
 */
public record Located(String text, int offset) {}
