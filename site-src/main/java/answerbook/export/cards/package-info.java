/**
 * Flash cards: a deck for Anki, one note for each question.
 *
 * <p>The only user of SQLite, in which Anki keeps collections. Knows the rendered book; what makes
 * a note the same note in the next release is its question's slug alone.
 */
package answerbook.export.cards;
