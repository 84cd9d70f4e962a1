package answerbook.answer.outcome;

import answerbook.api.Result;

/**
 * A result and where it comes from.
 *
 * @param line the program's line that showed it, or 0 where that isn't known
 */
public record Shown(Result result, int line) {}
