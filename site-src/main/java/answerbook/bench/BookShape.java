package answerbook.bench;

/**
 * How large a generated book is, and what is in it.
 *
 * @param questions in topics of at most {@value #TOPIC}
 * @param programs how many of the questions, from the first on, have a program
 * @param plots how many of the programs, from the first on, show a plot
 * @param allDifferent whether no formula stands twice in the book; otherwise they recur as they do
 *     in a real one
 */
record BookShape(int questions, int programs, int plots, boolean allDifferent) {
  /** Formulas of each question. */
  static final int FORMULAS = 15;

  /** The most questions of a topic. */
  static final int TOPIC = 25;

  /** The workload on which other tools were measured. */
  static final BookShape WORKLOAD = new BookShape(101, 60, 20, true);

  /** A book with 600 programs for each 1,000 questions. */
  static BookShape withPrograms(int questions) {
    int programs = questions * 6 / 10;
    return new BookShape(questions, programs, programs / 3, false);
  }

  /** A book of nothing but text and formulas. */
  static BookShape withoutPrograms(int questions) {
    return new BookShape(questions, 0, 0, false);
  }

  int formulas() {
    return questions * FORMULAS;
  }

  /** Programs are spread over all topics: whether a question has one. */
  boolean hasProgram(int question) {
    return spread(question, programs);
  }

  /** Whether a question's program shows a plot. */
  boolean hasPlot(int question) {
    return hasProgram(question) && spread(question, plots);
  }

  private boolean spread(int question, int count) {
    return (long) (question + 1) * count / questions > (long) question * count / questions;
  }
}
