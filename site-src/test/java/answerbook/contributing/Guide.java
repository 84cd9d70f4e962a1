package answerbook.contributing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands that a document tells its reader to type, by its sections. */
final class Guide {
  private static final Pattern TYPED = Pattern.compile("`((?:mvn|git) [^`]+)`");
  private static final Pattern STEP = Pattern.compile("\\d+\\. .*");

  private final Map<String, List<Command>> sections = new LinkedHashMap<>();

  /**
   * A command.
   *
   * @param fails whether the document says that the build fails
   */
  record Command(String line, boolean fails) {}

  /**
   * Reads a Markdown file: what counts are lines of fenced blocks, and code in numbered steps that
   * starts with the name of a program.
   */
  Guide(Path file) throws IOException {
    String section = "";
    boolean fenced = false;
    boolean stepping = false;
    boolean fails = false;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
        stepping = false;
      }
      if (line.isBlank() && !fenced) {
        continue;
      }
      boolean step = STEP.matcher(line).matches();
      stepping = step || (stepping && line.startsWith("   "));
      fails = step ? line.contains("The build fails") : fails && stepping;
      if (line.strip().startsWith("```")) {
        fenced = !fenced;
      } else if (fenced) {
        add(section, line.strip(), fails);
      } else if (stepping) {
        for (Matcher typed = TYPED.matcher(line); typed.find(); ) {
          add(section, typed.group(1), fails);
        }
      }
    }
  }

  /** The commands of a section, in their order. */
  List<Command> commands(String section) {
    return sections.getOrDefault(section, List.of());
  }

  Iterable<String> sections() {
    return sections.keySet();
  }

  private void add(String section, String line, boolean fails) {
    sections.computeIfAbsent(section, key -> new ArrayList<>()).add(new Command(line, fails));
  }
}
