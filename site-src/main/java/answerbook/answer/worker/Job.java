package answerbook.answer.worker;

import answerbook.diagnostic.SourceFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a worker is to do.
 *
 * @param folder where it works: compiled classes go to {@code classes}, the report to {@code
 *     report}
 * @param timeout the computing time that one program may take
 * @param sources the programs and whatever they call
 * @param programs the classes to run, in order
 */
public record Job(Path folder, Duration timeout, List<SourceFile> sources, List<String> programs) {
  public Path classes() {
    return folder.resolve("classes");
  }

  public Path report() {
    return folder.resolve("report");
  }

  /** Where programs run; each finds it empty. */
  public Path workFolder() {
    return folder.resolve("work");
  }

  /** An empty list of hosts, so that no name leads anywhere. */
  public Path hosts() {
    return folder.resolve("hosts");
  }

  /** Where the JVM describes its crash. */
  public Path crash() {
    return folder.resolve("crash");
  }

  /** How long a program may take by the clock. */
  public Duration longestRun() {
    return timeout.multipliedBy(Deadline.PATIENCE);
  }

  /** Where this job is handed over. */
  public Path file() {
    return folder.resolve("job");
  }

  /** Takes away what a program has left in its folder. */
  static void empty(Path workFolder) throws IOException {
    List<Path> left;
    try (Stream<Path> files = Files.walk(workFolder)) {
      left =
          files.filter(file -> !file.equals(workFolder)).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : left) {
      Files.delete(file);
    }
  }

  /** Writes the job to its file. */
  public void write() throws IOException {
    Files.createDirectories(workFolder());
    Files.writeString(hosts(), "");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file())))) {
      out.writeLong(timeout.toMillis());
      out.writeInt(sources.size());
      for (SourceFile source : sources) {
        out.writeUTF(source.name());
        byte[] text = source.text().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
      }
      out.writeInt(programs.size());
      for (String program : programs) {
        out.writeUTF(program);
      }
    }
  }

  /** Reads the job that waits in {@code folder}. */
  static Job read(Path folder) throws IOException {
    Path file = new Job(folder, Duration.ZERO, List.of(), List.of()).file();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      Duration timeout = Duration.ofMillis(in.readLong());
      List<SourceFile> sources = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        String name = in.readUTF();
        sources.add(
            new SourceFile(name, new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8)));
      }
      List<String> programs = new ArrayList<>();
      for (int count = in.readInt(); count > 0; count--) {
        programs.add(in.readUTF());
      }
      return new Job(folder, timeout, sources, programs);
    }
  }
}
