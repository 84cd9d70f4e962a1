package answerbook.api;

/** A computed piece of text, compared exactly. */
public record Text(String value) implements Result {}
