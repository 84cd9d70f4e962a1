package answerbook.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One of the books that are made: what is in it, and on which paper. */
public record Edition(Kind kind, Paper paper) {
  /** What is in a book, and in which order. */
  public enum Kind {
    ANSWERS_BELOW("answers-below", "Answers below each question"),
    ANSWERS_LAST("answers-last", "Questions first, answers at the end"),
    QUESTIONS_ONLY("questions-only", "Questions only, with room to write");

    private final String word;
    private final String title;

    Kind(String word, String title) {
      this.word = word;
      this.title = title;
    }

    /** As a reader is told, without a full stop. */
    public String title() {
      return title;
    }

    boolean hasAnswers() {
      return this != QUESTIONS_ONLY;
    }
  }

  /** A size of paper, by the name that style sheets know it. */
  public enum Paper {
    A4("A4"),
    LETTER("US Letter");

    private final String title;

    Paper(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    String css() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All editions, those of one kind beside each other. */
  public static List<Edition> all() {
    List<Edition> all = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (Paper paper : Paper.values()) {
        all.add(new Edition(kind, paper));
      }
    }
    return all;
  }

  /** The name of its file, as {@code answers-below-a4.pdf}. */
  public String file() {
    return kind.word + "-" + paper.css() + ".pdf";
  }
}
