package answerbook.answer;

import answerbook.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The recorded results of a program, as they were when they were read: once in a build, so that
 * nothing in it is of another record.
 *
 * @param file empty if nothing is recorded
 */
record Recorded(Program program, Optional<SourceFile> file) {
  /**
   * Reads them.
   *
   * @param root the book's root
   */
  static Recorded read(Path root, Program program) {
    Path file = root.resolve(program.recordName());
    return new Recorded(
        program, Files.exists(file) ? Optional.of(SourceFile.read(root, file)) : Optional.empty());
  }

  /** The text of the file; empty if there is none. */
  String text() {
    return file.map(SourceFile::text).orElse("");
  }
}
