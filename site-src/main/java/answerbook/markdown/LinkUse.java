package answerbook.markdown;

/**
 * A link to another part of the book, to be checked when all parts are known.
 *
 * @param place where it stands
 * @param offset where in that place
 * @param slug the question
 * @param anchor the part of it; empty for the whole
 */
record LinkUse(Place place, int offset, String slug, String anchor) {}
