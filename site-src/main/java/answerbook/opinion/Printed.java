package answerbook.opinion;

import answerbook.api.Tensor;
import answerbook.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a program printed: lines {@code name = value}, and lines {@code fails: TypeError: …} for
 * each listing that it ran to show that it fails. All other lines are for people.
 *
 * @param values by name, in the order in which they were printed
 * @param failures what follows {@code fails:}
 */
record Printed(Map<String, Tensor> values, List<String> failures) {
  private static final Pattern VALUE = Pattern.compile("([A-Za-z_]\\w*) = (.*)");
  private static final int LONGEST_NOTE = 110;
  private static final Pattern FAILURE = Pattern.compile("fails: (.*)");

  Printed {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    failures = List.copyOf(failures);
  }

  /**
   * Reads what {@code listing} printed; what can't be read is a mistake at the line that printed
   * it.
   */
  static Printed read(Listing listing, String output, Diagnostics diagnostics) {
    Map<String, Tensor> values = new LinkedHashMap<>();
    List<String> failures = new ArrayList<>();
    for (String line : output.split("\n")) {
      Matcher value = VALUE.matcher(line);
      Matcher failure = FAILURE.matcher(line);
      if (failure.matches()) {
        failures.add(failure.group(1));
      } else if (value.matches()) {
        String name = value.group(1);
        try {
          values.put(name, Literal.read(value.group(2)));
        } catch (IllegalArgumentException e) {
          diagnostics.error(
              listing.source(),
              listing.printOf(name),
              "the value printed as '" + name + "' can't be read: " + e.getMessage(),
              "print a number or nested lists of one shape, such as tensor.tolist()");
        }
      }
    }
    if (values.isEmpty()) {
      diagnostics.error(
          listing.source(),
          listing.start(),
          listing.fileName() + " prints no value",
          "print lines 'name = value' with names that " + listing.program() + ".java shows");
    }
    return new Printed(values, failures);
  }

  /** The failures as a note has room for them: without places, and cut where they become long. */
  List<String> failuresInShort() {
    return failures.stream().map(Printed::shortened).toList();
  }

  private static String shortened(String failure) {
    String text = failure.replaceFirst(" \\(<[a-z]+>, line \\d+\\)$", "");
    return text.length() <= LONGEST_NOTE
        ? text
        : text.substring(0, text.lastIndexOf(' ', LONGEST_NOTE)) + " …";
  }

  /** The kind of each failure: {@code TypeError}. */
  List<String> failureKinds() {
    return failures.stream().map(failure -> failure.split(":", 2)[0].strip()).toList();
  }
}
