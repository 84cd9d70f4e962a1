package answerbook.markdown;

import answerbook.diagnostic.Diagnostics;

/**
 * A link to another part of the book, to be checked when all parts are known.
 *
 * @param place where it stands
 * @param offset where in that place
 * @param slug the question
 * @param anchor the part of it; empty for the whole
 */
record LinkUse(Place place, int offset, String slug, String anchor) {
  /** The same link, whose mistakes go elsewhere. */
  LinkUse reportingTo(Diagnostics others) {
    return new LinkUse(place.reportingTo(others), offset, slug, anchor);
  }
}
