package answerbook.address;

import answerbook.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;

/**
 * {@code content/addresses.txt}: every address that was ever published, one a line, from the site's
 * root; anchors follow their page's address after {@code #}.
 */
final class AddressList {
  static final String NAME = "content/addresses.txt";

  private static final String HEAD =
      "# Every address that readers may have kept. mvn -Daddresses.record adds new ones; nothing is ever removed.\n";

  private final SourceFile file;

  private AddressList(SourceFile file) {
    this.file = file;
  }

  static AddressList read(Path root) {
    return new AddressList(optional(root, NAME));
  }

  /** A file of the book; empty where there is none. */
  static SourceFile optional(Path root, String name) {
    return Files.exists(root.resolve(name))
        ? SourceFile.read(root, root.resolve(name))
        : new SourceFile(name, "");
  }

  SourceFile file() {
    return file;
  }

  /** The addresses with their lines. */
  Map<String, Integer> lines() {
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.putIfAbsent(line, number);
      }
    }
    return lines;
  }

  /** The text of the file with these addresses. */
  static String text(NavigableSet<String> addresses) {
    return HEAD + String.join("\n", addresses) + "\n";
  }
}
