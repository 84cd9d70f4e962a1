package answerbook.bench;

/**
 * A build with what it was of.
 *
 * @param different how many different formulas the book has
 * @param calibration what the machine gave just before
 */
record Measurement(
    BookShape shape, int different, Change change, Calibration calibration, Run run) {}
