package answerbook.math;

/** TeX that KaTeX does not take. */
public final class TexException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int offset;

  TexException(int offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Where in the TeX source, counted from 0. */
  public int offset() {
    return offset;
  }
}
