package answerbook.api;

/** What the elements of a {@link Tensor} are. */
public enum ElementType {
  DOUBLE,
  FLOAT,
  INTEGER,
  BOOLEAN
}
