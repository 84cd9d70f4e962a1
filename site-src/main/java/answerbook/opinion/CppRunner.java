package answerbook.opinion;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.opinion.BoundedProcess.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles C++ programs, unless that was done before, and runs them. */
final class CppRunner implements ListingRunner {
  private static final Path TORCH = Path.of("/usr/include/torch/csrc/api/include");
  private static final Path TORCH_VERSION = TORCH.resolve("torch/version.h");
  private static final List<String> FLAGS = List.of("-std=c++17", "-O0", "-Wall");
  private static final List<String> TORCH_LIBRARIES = List.of("-ltorch", "-ltorch_cpu", "-lc10");
  private static final Pattern ERROR =
      Pattern.compile("(?m)^[^\\n:]*\\.cpp:(\\d+):(\\d+): (?:fatal )?error: (.*)$");

  private final OpinionSettings settings;
  private final Map<String, String> installed = new LinkedHashMap<>();

  /**
   * Looks for what is installed.
   *
   * @param folder where the look may leave files
   */
  CppRunner(OpinionSettings settings, Path folder) {
    this.settings = settings;
    BoundedProcess process = new BoundedProcess(settings.limits(), folder);
    Ended compiler = process.look(List.of(settings.compiler(), "-dumpfullversion"));
    if (compiler.exitCode() == 0) {
      installed.put("g++", compiler.out().strip());
    }
    if (Files.exists(TORCH_VERSION)) {
      String version = new Packages(process).versionOf(TORCH_VERSION.toString()).orElse("unknown");
      installed.put(Library.LIBTORCH.title(), version);
    }
  }

  @Override
  public Optional<String> missing(Listing listing) {
    if (!installed.containsKey("g++")) {
      return Optional.of("C++ compiler at " + settings.compiler());
    }
    return listing.libraries().stream()
        .map(Library::title)
        .filter(title -> !installed.containsKey(title))
        .findFirst();
  }

  @Override
  public Map<String, String> versions(Listing listing) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("g++", installed.get("g++"));
    listing
        .libraries()
        .forEach(library -> versions.put(library.title(), installed.get(library.title())));
    return versions;
  }

  @Override
  public Optional<String> run(Listing listing, Path folder, Diagnostics diagnostics)
      throws IOException {
    Path program = settings.cache().resolve(key(listing)).toAbsolutePath();
    if (!Files.exists(program) && !compile(listing, folder, program, diagnostics)) {
      return Optional.empty();
    }
    Ended ended = new BoundedProcess(settings.limits(), folder).run(List.of(program.toString()));
    if (ended.exitCode() == 0) {
      return Optional.of(ended.out());
    }
    RunFailure failure = new RunFailure(listing, settings.limits(), ended);
    String said = ended.errors().strip().lines().reduce("", (before, last) -> last.strip());
    diagnostics.error(listing.source(), main(listing), failure.message(said), failure.remedy());
    return Optional.empty();
  }

  private boolean compile(Listing listing, Path folder, Path program, Diagnostics diagnostics)
      throws IOException {
    Path draft = folder.resolve("program");
    Ended ended =
        new BoundedProcess(settings.limits(), folder).run(command(listing, draft.toString()));
    if (ended.exitCode() == 0) {
      Files.createDirectories(program.getParent());
      Files.move(draft, program, StandardCopyOption.REPLACE_EXISTING);
      return true;
    }
    refuse(listing, ended, diagnostics);
    return false;
  }

  /** Tells all that the compiler has to say, in its place. */
  private void refuse(Listing listing, Ended ended, Diagnostics diagnostics) {
    Diagnostics refused = new Diagnostics();
    Matcher error = ERROR.matcher(ended.errors());
    while (error.find()) {
      int line = Integer.parseInt(error.group(1));
      int column = Integer.parseInt(error.group(2));
      refused.error(
          listing.source(), new Position(line, column), error.group(3), "g++ refuses this line");
    }
    if (refused.isEmpty()) {
      RunFailure failure = new RunFailure(listing, settings.limits(), ended);
      String said = failure.message(ended.errors().strip().lines().findFirst().orElse(""));
      refused.error(
          listing.source(), main(listing), "can't be compiled: " + said, failure.remedy());
    }
    diagnostics.addAll(refused.all());
  }

  private List<String> command(Listing listing, String target) {
    List<String> command = new ArrayList<>(List.of(settings.compiler()));
    command.addAll(FLAGS);
    boolean torch = listing.libraries().contains(Library.LIBTORCH);
    if (torch) {
      command.add("-I" + TORCH);
    }
    command.add(settings.root().resolve(listing.source().name()).toAbsolutePath().toString());
    command.addAll(List.of("-o", target));
    if (torch) {
      command.addAll(TORCH_LIBRARIES);
    }
    return command;
  }

  /** All that the compiled program depends on, hashed. */
  private String key(Listing listing) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String all = listing.hash() + versions(listing) + FLAGS + TORCH_LIBRARIES + TORCH;
      return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Position main(Listing listing) {
    Matcher matcher = Pattern.compile("\\bint\\s+main\\b").matcher(listing.source().text());
    return matcher.find()
        ? listing.source().lineStart(listing.source().position(matcher.start()).line())
        : Position.START;
  }
}
