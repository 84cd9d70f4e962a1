package answerbook.api;

/** Takes the results and checks of one program as they are made. */
public interface Recorder {
  /**
   * Takes a result. Builders ({@link Table}, {@link Plot}, {@link Diagram}) arrive empty and are
   * filled later.
   *
   * @throws IllegalStateException if the program has already shown something of that name
   */
  void result(String name, Result result);

  /** Takes a check, whether it holds or not. */
  void check(Check check);
}
