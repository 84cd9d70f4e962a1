package answerbook.answer;

import answerbook.answer.worker.Job;
import answerbook.answer.worker.NoNetwork;
import answerbook.answer.worker.Unpacking;
import answerbook.answer.worker.Worker;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The command that forks a worker: this JDK and class path, with everything fixed that could change
 * a result.
 */
final class WorkerCommand {
  private static final int FIRST_JDK_TO_WARN = 24;

  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:ActiveProcessorCount=1",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Xss1m",
          "-Duser.language=",
          "-Duser.country=",
          "-Duser.timezone=UTC",
          "-Dfile.encoding=UTF-8",
          "-Dline.separator=\n",
          "-Djava.awt.headless=true");

  private static final List<String> FLAGS_AGAINST_WARNINGS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private static final Map<String, String> ENVIRONMENT =
      Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");

  /** What stays of the user's environment: no secrets, and nothing that changes results. */
  private static final List<String> NEEDED_ENVIRONMENT =
      List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "TEMP", "TMP");

  private final RunSettings settings;

  WorkerCommand(RunSettings settings) {
    this.settings = settings;
  }

  /** All that may change a result: flags and environment, but no paths. */
  List<String> fingerprint() {
    List<String> parts = new ArrayList<>(flags());
    ENVIRONMENT.entrySet().stream().map(Map.Entry::toString).sorted().forEach(parts::add);
    return parts;
  }

  /**
   * The process of a worker that is at home in the folder of {@code home}, where alone it can
   * write; not yet started.
   *
   * @param home the one job to do, or one that isn't done, for a worker that stands by
   * @param arguments of the worker
   */
  ProcessBuilder process(Job home, List<String> arguments) {
    List<String> command = java();
    settings.archive().ifPresent(archive -> command.addAll(archive.flags(home.folder())));
    command.add("-XX:ErrorFile=" + home.crash());
    command.add("-Djava.io.tmpdir=" + home.workFolder());
    command.add("-Djdk.net.hosts.file=" + home.hosts());
    command.addAll(List.of("-cp", classPath(), Worker.class.getName()));
    command.addAll(arguments);
    Sandbox sandbox = Sandbox.of(settings.sandbox());
    List<String> kept =
        sandbox.around(ProcessLimits.around(command), home.folder(), settings.natives());
    return bare(kept, home.folder().resolve("console")).directory(home.workFolder().toFile());
  }

  /** The process that unpacks ND4J's native libraries; no program runs in it. */
  ProcessBuilder unpacking(Path console) {
    List<String> command = java();
    command.addAll(List.of("-cp", classPath(), Unpacking.class.getName()));
    return bare(command, console).directory(settings.natives().toFile());
  }

  private List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + settings.natives().toAbsolutePath());
    return command;
  }

  /** With nothing of the user's environment but what a JVM needs to start. */
  private static ProcessBuilder bare(List<String> command, Path console) {
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().keySet().retainAll(NEEDED_ENVIRONMENT);
    process.environment().putAll(ENVIRONMENT);
    return process.redirectErrorStream(true).redirectOutput(console.toFile());
  }

  /** This JVM's class path, valid from any folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(NoNetwork.FLAGS);
    flags.add("-Xmx" + settings.heap());
    flags.add("-Danswers.heap=" + settings.heap());
    flags.add("-Dorg.bytedeco.javacpp.maxbytes=" + settings.heap());
    if (Runtime.version().feature() >= FIRST_JDK_TO_WARN) {
      flags.addAll(FLAGS_AGAINST_WARNINGS);
    }
    return flags;
  }
}
