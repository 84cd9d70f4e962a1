package answerbook.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a rehearsal leave an archive of the generator's classes, in a process that outlasts the build
 * which wants one. A JVM crashes on half an archive, so none has its name before it is whole.
 */
final class ArchiveMaker {
  private ArchiveMaker() {}

  /**
   * Makes the archive.
   *
   * @param arguments the root of a book, whose templates and styles are used, and the archive
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path archive = Path.of(arguments[1]).toAbsolutePath();
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    List<String> command =
        java(List.of("-XX:ArchiveClassesAtExit=" + part, "-Xmx512m"), Rehearsal.class, arguments);
    Process rehearsal =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(archive.resolveSibling(archive.getFileName() + ".log").toFile())
            .start();
    if (rehearsal.waitFor() == 0 && Files.exists(part)) {
      Files.move(
          part, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Starts this in a process of its own, and doesn't wait for it. */
  static void start(Path root, Path archive) throws IOException {
    String[] arguments = {root.toString(), archive.toAbsolutePath().toString()};
    new ProcessBuilder(java(List.of("-Xshare:auto"), ArchiveMaker.class, arguments))
        .directory(root.toFile())
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start();
  }

  private static List<String> java(List<String> flags, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
    for (String property : List.of("answers.natives", "answers.sandbox")) {
      if (System.getProperty(property) != null) {
        command.add("-D" + property + "=" + System.getProperty(property));
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
