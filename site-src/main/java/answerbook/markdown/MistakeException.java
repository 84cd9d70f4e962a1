package answerbook.markdown;

/** A mistake in what is being rendered; whoever knows its place reports it. */
final class MistakeException extends Exception {
  private static final long serialVersionUID = 1;

  private final String remedy;

  MistakeException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
