package answerbook.answer;

import answerbook.answer.worker.Unpacking;
import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A worker that starts before it is known whether any program has to be run, where that looks
 * likely: it takes a second until it can run one, and meanwhile a build has other things to do.
 * Being wrong costs computing time, and nothing else.
 */
final class EarlyWorker {
  private EarlyWorker() {}

  /** A worker that is starting; empty if none looks needed, or if one is to leave an archive. */
  static Optional<StandingWorker> start(RunSettings settings) {
    boolean isRehearsal = settings.archive().map(WorkerArchive::making).orElse(false);
    if (isRehearsal || !isLikelyNeeded(settings)) {
      return Optional.empty();
    }
    StandingWorker worker = new StandingWorker(settings);
    Thread starting = new Thread(() -> begin(worker), "early worker");
    starting.setDaemon(true);
    starting.start();
    return Optional.of(worker);
  }

  private static void begin(StandingWorker worker) {
    try {
      worker.begin();
    } catch (IOException | IllegalStateException e) {
      // Its first job tries again, and tells what is wrong.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether a source that uses ND4J is younger than every outcome that is kept. */
  private static boolean isLikelyNeeded(RunSettings settings) {
    try {
      FileTime youngest = youngestOutcome(settings.cache());
      for (Path source : FolderTree.files(settings.root().resolve("answers"))) {
        if (source.toString().endsWith(".java")
            && Files.getLastModifiedTime(source).compareTo(youngest) > 0
            && Files.readString(source).contains(Unpacking.ND4J)) {
          return true;
        }
      }
    } catch (IOException e) {
      // A file that has vanished, or bytes that are no text, which is told elsewhere.
    }
    return false;
  }

  /** When an outcome was last added to the cache, which has a folder for each program. */
  private static FileTime youngestOutcome(Path cache) throws IOException {
    FileTime youngest = FileTime.fromMillis(0);
    if (Files.isDirectory(cache)) {
      try (Stream<Path> entries = Files.list(cache)) {
        List<Path> programs = entries.filter(EarlyWorker::isOfProgram).toList();
        for (Path program : programs) {
          FileTime time = Files.getLastModifiedTime(program);
          youngest = time.compareTo(youngest) > 0 ? time : youngest;
        }
      }
    }
    return youngest;
  }

  /** Programs are classes; other folders of a cache are named in small letters. */
  private static boolean isOfProgram(Path entry) {
    return Character.isUpperCase(entry.getFileName().toString().charAt(0));
  }
}
