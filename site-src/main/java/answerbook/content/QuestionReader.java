package answerbook.content;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the files of questions. */
final class QuestionReader {
  private static final Pattern SOURCE = Pattern.compile("[a-z]+-\\d+[a-z]?");
  private static final Pattern TAG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern PROGRAM = Pattern.compile("[A-Z][A-Za-z]*");

  private final Diagnostics diagnostics;
  private final Map<String, String> slugOfSource = new HashMap<>();

  QuestionReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads a question; null if its front matter is not good. */
  Question read(Page page, String topic, int number) {
    SourceFile file = page.file();
    if (page.front() == null) {
      return null;
    }
    Question.Front front = front(file, page.front());
    if (front == null) {
      return null;
    }
    String name = file.name();
    String slug = name.substring(name.lastIndexOf('/') + 1, name.length() - ".md".length());
    return new Question(slug, topic, number, file, front, page.bodyOffset());
  }

  private Question.Front front(SourceFile file, FrontMatter front) {
    Located title = front.required("title");
    Located source =
        matching(file, front.required("source"), SOURCE, "an id such as perceptron-34");
    Level level = level(file, front.required("level"));
    List<Located> tags =
        words(file, front.requiredList("tags"), TAG, "a lower-case word such as forward-pass");
    List<Located> snippets =
        words(file, front.list("snippets"), PROGRAM, "a class name such as HiddenNode");
    List<Question.Ask> asks = asks(front.mappingOrNull("asks"));
    List<Located> given =
        words(file, front.list("given"), NUMBER, "a number as the text has it, such as 0.25");
    front.rejectOthers();
    if (title == null || source == null || level == null) {
      return null;
    }
    String other = slugOfSource.put(source.text(), file.name());
    if (other != null) {
      diagnostics.error(
          file,
          source.offset(),
          "source '" + source.text() + "' is taken",
          "it is the source of " + other);
    }
    List<String> tagTexts = tags.stream().map(Located::text).toList();
    return new Question.Front(title, source.text(), level, tagTexts, snippets, asks, given);
  }

  private static List<Question.Ask> asks(FrontMatter entries) {
    List<Question.Ask> asks = new ArrayList<>();
    for (String label : entries == null ? List.<String>of() : entries.keys()) {
      Located value = entries.required(label);
      if (value != null) {
        asks.add(new Question.Ask(new Located(label, entries.keyOffset(label)), value));
      }
    }
    return asks;
  }

  private Level level(SourceFile file, Located value) {
    if (value == null) {
      return null;
    }
    List<String> known =
        Stream.of(Level.values()).map(l -> l.name().toLowerCase(Locale.ROOT)).toList();
    if (!known.contains(value.text())) {
      diagnostics.error(
          file,
          value.offset(),
          "level can't be '" + value.text() + "'",
          Nearest.remedy(value.text(), known, "levels"));
      return null;
    }
    return Level.valueOf(value.text().toUpperCase(Locale.ROOT));
  }

  private List<Located> words(
      SourceFile file, List<Located> items, Pattern pattern, String expected) {
    List<Located> good = new ArrayList<>();
    for (Located item : items) {
      boolean repeated = good.stream().anyMatch(other -> other.text().equals(item.text()));
      if (repeated) {
        diagnostics.error(
            file, item.offset(), "'" + item.text() + "' is there twice", "keep one of them");
      } else if (matching(file, item, pattern, expected) != null) {
        good.add(item);
      }
    }
    return good;
  }

  private Located matching(SourceFile file, Located value, Pattern pattern, String expected) {
    if (value == null || pattern.matcher(value.text()).matches()) {
      return value;
    }
    diagnostics.error(
        file,
        value.offset(),
        "'" + value.text() + "' is not what is expected here",
        "write " + expected);
    return null;
  }
}
