package answerbook.markdown;

/** A mistake in what is being rendered; whoever knows its place reports it. */
final class MistakeException extends Exception {
  private static final long serialVersionUID = 1;

  private final String remedy;

  MistakeException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** The consequence of a mistake that was reported already, and needs no diagnostic of its own. */
  static MistakeException reported() {
    return new MistakeException("", "");
  }

  String remedy() {
    return remedy;
  }

  /** Reports the mistake at an offset of {@code place}, unless its cause was reported. */
  void report(Place place, int offset) {
    if (!getMessage().isEmpty()) {
      place.error(offset, getMessage(), remedy);
    }
  }
}
