package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.ForkFolder;
import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A book of programs in a folder, run as the build runs it. */
final class TestBook {
  /** ND4J's libraries are unpacked once for all tests. */
  private static final Path NATIVES = ForkFolder.of("natives");

  private final Path root;
  private final Map<String, SourceFile> programs = new TreeMap<>();
  private final Map<String, SourceFile> shared = new TreeMap<>();
  private Diagnostics diagnostics = new Diagnostics();
  private RunSettings settings;
  private Workbench bench;

  TestBook(Path root) {
    this.root = root;
    this.settings = RunSettings.of(root).natives(NATIVES).heap("192m");
  }

  TestBook with(RunSettings newSettings) {
    settings = newSettings;
    return this;
  }

  /** Runs programs with what {@code newBench} has, and keeps it; before, each run has its own. */
  TestBook on(Workbench newBench) {
    bench = newBench;
    return this;
  }

  /** Keeps outcomes in another folder, where there are none yet. */
  TestBook settingsOfCache(String name) {
    return with(settings.cache(root.resolve(name)));
  }

  RunSettings settings() {
    return settings;
  }

  /** Adds or replaces the program {@code answers/t/<name>.java}. */
  TestBook program(String name, String text) {
    programs.put(name, write("answers/t/" + name + ".java", text));
    return this;
  }

  /** Adds a program whose main method has the given body, which starts in line 5. */
  TestBook main(String name, String body) {
    return program(
        name,
        """
        import static answerbook.api.Snippet.*;

        public class %s {
          public static void main(String[] args) throws Exception {
        %s
          }
        }
        """
            .formatted(name, body.stripTrailing().indent(4).stripTrailing()));
  }

  /** Replaces a piece of a file, which must occur. */
  TestBook edit(String name, String from, String to) {
    String text = read(name);
    assertThat(text).contains(from);
    write(name, text.replace(from, to));
    return this;
  }

  /** Takes a program away. */
  TestBook without(String name) {
    programs.remove(name);
    return this;
  }

  /** Adds a class that programs may call, {@code answers/shared/<name>.java}. */
  TestBook shared(String name, String text) {
    shared.put(name, write("answers/shared/" + name + ".java", text));
    return this;
  }

  /** Runs all programs; diagnostics are those of the last run. */
  Outcomes run() {
    diagnostics = new Diagnostics();
    List<SourceFile> sources = new ArrayList<>(programs.values());
    sources.addAll(shared.values());
    List<Program> wanted =
        programs.entrySet().stream().map(e -> new Program(e.getKey(), e.getValue())).toList();
    return new SnippetRunner(settings, sources, bench == null ? new Workbench() : bench)
        .run(wanted, diagnostics);
  }

  /** Runs and accepts all results. */
  Outcomes record() {
    RunSettings before = settings;
    settings = settings.recording(true);
    Outcomes outcomes = run();
    settings = before;
    return outcomes;
  }

  /** The diagnostics as {@code file:line:column: message}, without the folders of the files. */
  List<String> mistakes() {
    return diagnostics.all().stream().map(TestBook::wording).toList();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics.all();
  }

  Path file(String name) {
    return root.resolve(name);
  }

  String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SourceFile write(String name, String text) {
    try {
      Files.createDirectories(file(name).getParent());
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SourceFile(name, text);
  }

  private static String wording(Diagnostic diagnostic) {
    String file =
        diagnostic.source().name().substring(diagnostic.source().name().lastIndexOf('/') + 1);
    Position position = diagnostic.position();
    return file + ":" + position.line() + ":" + position.column() + ": " + diagnostic.message();
  }
}
