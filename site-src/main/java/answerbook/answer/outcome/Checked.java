package answerbook.answer.outcome;

import answerbook.api.Check;

/**
 * A check and where it comes from.
 *
 * @param line the program's line that made it, or 0 where that isn't known
 */
public record Checked(Check check, int line) {}
