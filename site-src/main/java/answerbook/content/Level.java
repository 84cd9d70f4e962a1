package answerbook.content;

/** How hard a question is. */
public enum Level {
  EASY,
  MEDIUM,
  HARD
}
