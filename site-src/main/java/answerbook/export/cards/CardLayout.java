package answerbook.export.cards;

/**
 * How cards look.
 *
 * @param front the template of the question's side
 * @param back the template of the answer's side
 * @param style their style sheet
 */
record CardLayout(String front, String back, String style) {}
