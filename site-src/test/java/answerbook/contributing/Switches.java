package answerbook.contributing;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The switches that a pom has. */
final class Switches {
  private static final Pattern PROFILE =
      Pattern.compile("<profile>.*?<id>([\\w-]+)</id>", Pattern.DOTALL);
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([\\w.-]+)\\}");

  /** What plugins or tests read by themselves. */
  private static final Set<String> OTHERS =
      Set.of(
          "Dbrowser",
          "Dfaults.kills",
          "Dfaults.seed",
          "Dfuzz.inputs",
          "Dfuzz.seed",
          "Dgoldens.write",
          "Dtest");

  private Switches() {}

  /** Names with the letter of their kind before them, as {@code Peditions}, {@code Dsite.url}. */
  static Set<String> of(String pom) {
    Set<String> known = new TreeSet<>(OTHERS);
    for (Matcher profile = PROFILE.matcher(pom); profile.find(); ) {
      known.add("P" + profile.group(1));
    }
    for (Matcher property = PROPERTY.matcher(pom); property.find(); ) {
      known.add("D" + property.group(1));
    }
    return known;
  }
}
