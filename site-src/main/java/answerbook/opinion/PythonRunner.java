package answerbook.opinion;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.opinion.BoundedProcess.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs Python programs, isolated from the user's packages and settings. */
final class PythonRunner implements ListingRunner {
  /** Prints the interpreter's version, and for each module its version and file. */
  private static final String PROBE =
      """
      import importlib.util, platform, sys
      print("python", platform.python_version(), sys.executable)
      for name in sys.argv[1:]:
          spec = importlib.util.find_spec(name)
          if spec:
              from importlib import metadata
              of = metadata.packages_distributions().get(name, [name])[0]
              try:
                  print(name, metadata.version(of), spec.origin)
              except metadata.PackageNotFoundError:
                  print(name, "unknown", spec.origin)
      """;

  private static final Pattern MESSAGE = Pattern.compile("[A-Za-z_][\\w.]*(?:: .*)?");

  private final OpinionSettings settings;
  private final Map<String, String> installed;

  /**
   * Looks for what is installed.
   *
   * @param folder where the look may leave files
   * @param libraries what to look for
   */
  PythonRunner(OpinionSettings settings, Path folder, Set<Library> libraries) {
    this.settings = settings;
    this.installed = probe(folder, libraries);
  }

  @Override
  public Optional<String> missing(Listing listing) {
    if (!installed.containsKey("python")) {
      return Optional.of("Python at " + settings.python());
    }
    return listing.libraries().stream()
        .filter(library -> !installed.containsKey(library.module()))
        .map(Library::title)
        .findFirst();
  }

  @Override
  public Map<String, String> versions(Listing listing) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put(Language.PYTHON.title(), installed.get("python"));
    listing
        .libraries()
        .forEach(library -> versions.put(library.title(), installed.get(library.module())));
    return versions;
  }

  @Override
  public Optional<String> run(Listing listing, Path folder, Diagnostics diagnostics)
      throws IOException {
    Path file = settings.root().resolve(listing.source().name()).toAbsolutePath();
    Ended ended =
        new BoundedProcess(settings.limits(), folder)
            .run(List.of(settings.python(), "-I", "-B", "-X", "faulthandler", file.toString()));
    if (ended.exitCode() == 0) {
      return Optional.of(ended.out());
    }
    RunFailure failure = new RunFailure(listing, settings.limits(), ended);
    Position place = place(listing, ended.errors());
    diagnostics.error(listing.source(), place, failure.message(message(ended)), failure.remedy());
    return Optional.empty();
  }

  /** The line of the program that a traceback blames. */
  private static Position place(Listing listing, String errors) {
    Pattern frame =
        Pattern.compile("File \"[^\"]*" + Pattern.quote(listing.fileName()) + "\", line (\\d+)");
    Matcher matcher = frame.matcher(errors);
    boolean innermostFirst = errors.contains("most recent call first");
    int line = 0;
    while (matcher.find() && (line == 0 || !innermostFirst)) {
      line = Integer.parseInt(matcher.group(1));
    }
    return line == 0 ? listing.start() : listing.source().lineStart(line);
  }

  /** The exception, without what it may say in further lines. */
  private static String message(Ended ended) {
    List<String> lines = ended.errors().lines().filter(line -> !line.isBlank()).toList();
    List<String> exceptions =
        lines.stream().filter(line -> MESSAGE.matcher(line).matches()).toList();
    List<String> last = exceptions.isEmpty() ? lines : exceptions;
    return last.isEmpty() ? "" : last.get(last.size() - 1).strip();
  }

  private Map<String, String> probe(Path folder, Set<Library> libraries) {
    BoundedProcess process = new BoundedProcess(settings.limits(), folder);
    List<String> command = new ArrayList<>(List.of(settings.python(), "-I", "-c", PROBE));
    libraries.stream()
        .filter(library -> library.language() == Language.PYTHON)
        .forEach(library -> command.add(library.module()));
    Ended ended = process.look(command);
    Map<String, String> found = new LinkedHashMap<>();
    if (ended.exitCode() == 0) {
      for (String line : ended.out().lines().toList()) {
        String[] parts = line.split(" ", 3);
        Optional<String> packaged =
            parts[0].equals("python")
                ? Optional.empty()
                : new Packages(process).versionOf(parts[2]);
        found.put(parts[0], packaged.orElse(parts[1]));
      }
    }
    return found;
  }
}
