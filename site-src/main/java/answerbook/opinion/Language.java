package answerbook.opinion;

import java.util.Arrays;
import java.util.Optional;

/** A language in which an answer may have a second program. */
public enum Language {
  PYTHON("Python", "py"),
  CPP("C++", "cpp");

  private final String title;
  private final String ending;

  Language(String title, String ending) {
    this.title = title;
    this.ending = ending;
  }

  /** The language of a file by its ending; empty if it is none of these. */
  public static Optional<Language> ofFile(String name) {
    return Arrays.stream(values()).filter(it -> name.endsWith("." + it.ending)).findAny();
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** The ending of its files, without the dot. */
  String ending() {
    return ending;
  }
}
