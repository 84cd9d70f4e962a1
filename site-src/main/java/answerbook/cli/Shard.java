package answerbook.cli;

import answerbook.answer.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of a book's programs, which machines share: part {@code number} of {@code
 * count}, counted from 1. Every program is in exactly one part, whatever the machine.
 */
record Shard(int number, int count) {
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

  /**
   * Reads {@code 2/8}.
   *
   * @throws IllegalArgumentException if it is of another form, or there is no such part
   */
  static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      if (shard.number <= shard.count) {
        return shard;
      }
    }
    throw new IllegalArgumentException(
        "answers.shard (" + text + ") must be a part and how many there are, as 2/8");
  }

  /** The programs of this part: each {@code count}th in the order of their names. */
  List<Program> of(Collection<Program> programs) {
    List<Program> sorted = programs.stream().sorted(Comparator.comparing(Program::name)).toList();
    List<Program> part = new ArrayList<>();
    for (int place = number - 1; place < sorted.size(); place += count) {
      part.add(sorted.get(place));
    }
    return part;
  }
}
