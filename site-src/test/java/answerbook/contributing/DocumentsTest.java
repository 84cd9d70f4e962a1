package answerbook.contributing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents say what is so. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
  private static final Pattern COMMAND = Pattern.compile("mvn [^`|\\n]*");
  private static final Pattern SWITCH = Pattern.compile("(?<=\\s)-([PD])([\\w.-]+)");

  @Test
  void termsAreThoseThatTheBuildChecks() throws IOException {
    Map<String, List<String>> checked = new HashMap<>();
    for (String line : Files.readAllLines(Path.of("site-src/words/terms.txt"))) {
      String[] parts = line.split(":", 2);
      if (parts.length == 2 && !line.startsWith("#")) {
        checked.put(parts[0].strip(), words(parts[1]));
      }
    }
    String guide = Files.readString(Path.of("site-src/STYLE.md"));
    String table = guide.substring(guide.indexOf("| write | not |"), guide.indexOf("## Symbols"));
    List<String> rows = table.lines().filter(line -> line.startsWith("|")).skip(2).toList();

    assertThat(rows).hasSizeGreaterThan(10);
    for (String row : rows) {
      String[] cells = row.split("\\|");
      assertThat(checked).containsKey(cells[1].strip());
      assertThat(checked.get(cells[1].strip())).containsAll(words(cells[2]));
    }
  }

  @Test
  void architectureNamesEveryRoom() throws IOException {
    String page = Files.readString(Path.of("site-src/ARCHITECTURE.md"));
    try (Stream<Path> rooms = Files.list(Path.of("site-src/main/java/answerbook"))) {
      assertThat(rooms.map(room -> "`" + room.getFileName() + "`").toList())
          .hasSizeGreaterThan(15)
          .allSatisfy(room -> assertThat(page).contains(room));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        ".github/CONTRIBUTING.md",
        "site-src/ARCHITECTURE.md",
        "site-src/STYLE.md"
      })
  void linksAndSwitchesExist(String document) throws IOException {
    Path file = Path.of(document);
    String text = Files.readString(file);
    for (Matcher link = LINK.matcher(text); link.find(); ) {
      assertThat(Path.of("").resolve(file).resolveSibling(link.group(1))).exists();
    }
    Set<String> known = Switches.of(Files.readString(Path.of("pom.xml")));
    for (Matcher command = COMMAND.matcher(text); command.find(); ) {
      for (Matcher used = SWITCH.matcher(command.group()); used.find(); ) {
        assertThat(known).contains(used.group(1) + used.group(2));
      }
    }
  }

  private static List<String> words(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).toList();
  }
}
