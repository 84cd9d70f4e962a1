package answerbook.api;

/**
 * A claim that a program tested.
 *
 * @param claim what was tested, as a reader would say it
 * @param bound the expectation in words, or empty for a plain truth
 * @param holds whether the claim held
 * @param failure why it did not hold; empty if it did
 */
public record Check(String claim, String bound, boolean holds, String failure) {}
