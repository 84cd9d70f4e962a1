package answerbook.answer;

import answerbook.answer.worker.SourceGraph;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the files to one class of a name, and to no recorded results that no program computes any
 * more.
 */
final class LayoutCheck {
  private static final Pattern RECORD = Pattern.compile("[^.]+\\.json");

  private final Path root;
  private final Diagnostics diagnostics;

  LayoutCheck(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  void check(Collection<SourceFile> sources) {
    Map<String, SourceFile> byClass = new HashMap<>();
    Set<String> names = new TreeSet<>();
    for (SourceFile source : sources) {
      names.add(source.name());
      SourceFile other = byClass.putIfAbsent(SourceGraph.className(source), source);
      if (other != null) {
        diagnostics.error(
            source,
            Position.START,
            "a second class " + SourceGraph.className(source),
            "rename it: the first is " + other.name());
      }
    }
    names.stream()
        .map(name -> root.resolve(name).getParent())
        .distinct()
        .flatMap(folder -> records(folder).stream())
        .filter(file -> !names.contains(SourceFile.name(root, file).replaceFirst("json$", "java")))
        .forEach(this::reportOrphan);
  }

  private void reportOrphan(Path file) {
    String program = file.getFileName().toString().replaceFirst("\\.json$", "");
    diagnostics.error(
        SourceFile.read(root, file),
        Position.START,
        "recorded results of a program that isn't there",
        "delete the file, or give it the name of its program: there is no " + program + ".java");
  }

  /** Files of recorded results; a name with a further dot is evidence of another language's. */
  private static List<Path> records(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> RECORD.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
