package answerbook.api;

/** Something that a program computed for its answer. */
public sealed interface Result permits Tensor, Text, Table, Plot, Diagram {}
