package answerbook.answer;

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

  /** What the user's shell may set for JVMs of all kinds; it must not change results. */
  private static final List<String> UNWANTED_ENVIRONMENT =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

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
   * The process of a worker, not yet started.
   *
   * @param folder where it is at home
   * @param console where it prints to
   * @param argument a job's folder, or {@link Worker#STANDING}
   */
  ProcessBuilder process(Path folder, Path console, String argument) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.add("-XX:ErrorFile=" + folder.resolve("crash"));
    command.add("-Dorg.bytedeco.javacpp.cachedir=" + settings.natives().toAbsolutePath());
    command.addAll(List.of("-cp", classPath(), Worker.class.getName(), argument));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putAll(ENVIRONMENT);
    process.environment().keySet().removeAll(UNWANTED_ENVIRONMENT);
    return process
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(console.toFile());
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
    flags.add("-Xmx" + settings.heap());
    flags.add("-Danswers.heap=" + settings.heap());
    flags.add("-Dorg.bytedeco.javacpp.maxbytes=" + settings.heap());
    if (Runtime.version().feature() >= FIRST_JDK_TO_WARN) {
      flags.addAll(FLAGS_AGAINST_WARNINGS);
    }
    return flags;
  }
}
