package answerbook.opinion;

import answerbook.opinion.BoundedProcess.Ended;
import answerbook.opinion.OpinionSettings.Limits;

/** Words for the ways in which a program's run can fail. */
record RunFailure(Listing listing, Limits limits, Ended ended) {
  private static final int FIRST_SIGNAL = 128;

  /**
   * What happened.
   *
   * @param said what the program itself said of it; may be empty
   */
  String message(String said) {
    if (ended.late()) {
      return listing.fileName() + " did not end within " + limits.time().toSeconds() + " s";
    }
    if (ended.isOutOfMemory()) {
      return listing.fileName() + " needs more than " + limits.megabytes() + " MB";
    }
    if (ended.exitCode() > FIRST_SIGNAL) {
      return listing.fileName() + " crashes with signal " + (ended.exitCode() - FIRST_SIGNAL);
    }
    return said.isEmpty() ? listing.fileName() + " ends with exit code " + ended.exitCode() : said;
  }

  /** What to do about it. */
  String remedy() {
    if (ended.late()) {
      return "make it smaller, or look for a loop without end";
    }
    return ended.isOutOfMemory()
        ? "make it smaller; the limit is on address space"
        : "run the file by hand to see more";
  }
}
