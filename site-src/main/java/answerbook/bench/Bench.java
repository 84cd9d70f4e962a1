package answerbook.bench;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Measures builds of a book of one shape after each change. */
final class Bench {
  private final Path project;
  private final Path folder;
  private final List<String> flags;
  private final PrintStream out;

  /**
   * @param project whose templates and styles the books get
   * @param folder for the books
   * @param flags of the JVM that builds
   */
  Bench(Path project, Path folder, List<String> flags, PrintStream out) {
    this.project = project;
    this.folder = folder;
    this.flags = flags;
    this.out = out;
  }

  /**
   * The builds after each change, in order: of several, the one in the middle by computing time.
   */
  List<Measurement> measure(BookShape shape, int runs) throws IOException, InterruptedException {
    Path root = folder.resolve(shape.questions() + "-" + shape.programs());
    FolderTree.delete(root);
    FolderTree.copy(project.resolve("templates"), root.resolve("templates"));
    FolderTree.copy(project.resolve("site-src/assets"), root.resolve("site-src/assets"));
    int different = new BookWriter(shape, root).write();
    BuildProcess build = new BuildProcess(root, project.resolve("target/answers/native"), flags);
    if (shape.programs() > 0) {
      build.run(true);
    }
    List<Measurement> measured = new ArrayList<>();
    for (Change change : Change.values()) {
      if (change.suits(shape)) {
        List<Measurement> several = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
          change.make(shape, root);
          Calibration calibration = Calibration.now();
          Run run = build.run(change.changesResults());
          several.add(new Measurement(shape, different, change, calibration, run));
        }
        several.sort(Comparator.comparing(each -> each.run().computing()));
        measured.add(several.get(runs / 2));
        tell(measured.get(measured.size() - 1));
      }
    }
    Files.deleteIfExists(root.resolve("build.log"));
    return measured;
  }

  private void tell(Measurement measured) {
    out.printf(
        Locale.ROOT,
        "  %5d questions, %4d programs, %-17s %7.2f s, computing %7.2f s, %5.0f MB, core %s%n",
        measured.shape().questions(),
        measured.shape().programs(),
        measured.change().title(),
        measured.run().wall(),
        measured.run().computing(),
        measured.run().peak(),
        measured.calibration());
  }
}
