package answerbook.answer;

import answerbook.answer.worker.SourceGraph;
import answerbook.answer.worker.Unpacking;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * ND4J's native libraries, which its jars hold packed. They are unpacked before any program runs,
 * so that no program needs to write where others read.
 */
final class Natives {
  private final RunSettings settings;
  private final Path folder;

  /** Of the folder that {@code settings} name. */
  Natives(RunSettings settings) {
    this.settings = settings;
    this.folder = settings.natives().toAbsolutePath();
  }

  /**
   * Unpacks them, unless no program needs them or they are there. Where that fails, the first
   * program that needs them will say why.
   *
   * @param console where the process that does it may print
   */
  void unpack(SourceGraph graph, List<String> programs, Path console)
      throws IOException, InterruptedException {
    boolean needed =
        graph.closure(Set.copyOf(programs)).stream()
            .anyMatch(source -> source.text().contains(Unpacking.ND4J));
    if (needed) {
      unpack(console);
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Unpacks them, unless they are there. */
  void unpack(Path console) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path mark = folder.resolve("unpacked-" + key());
    if (Files.exists(mark)) {
      return;
    }
    Process process = new WorkerCommand(settings).unpacking(console).start();
    if (process.waitFor() == 0) {
      WholeFile.write(mark, "");
    }
  }

  /** Changes with the jars that anything is unpacked from. */
  private static String key() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (Files.isRegularFile(jar) && isNative(jar)) {
        jars.add(jar.getFileName() + " " + Files.size(jar));
      }
    }
    return CacheKey.hash(jars).substring(0, 16);
  }

  private static boolean isNative(Path jar) {
    String name = jar.getFileName().toString();
    return List.of("javacpp", "nd4j", "openblas").stream().anyMatch(name::startsWith);
  }
}
