package answerbook.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The commits of the repository that a book stands in, and the book as they have it. */
public final class Commits {
  private static final List<String> BOOK = List.of("content", "answers");

  private final Git git;

  /**
   * @param root the book's root
   */
  public Commits(Path root) {
    this.git = new Git(root);
  }

  /** The full hash of what a word names: a hash, a branch, a tag; empty if it names no commit. */
  public Optional<String> find(String word) {
    return git.text("rev-parse", "--verify", "--quiet", "--end-of-options", word + "^{commit}")
        .map(String::strip);
  }

  /** The names of branches and tags. */
  public List<String> names() {
    return git.text("for-each-ref", "--format=%(refname:short)", "refs")
        .map(text -> text.lines().toList())
        .orElse(List.of());
  }

  /** A commit's date and the first line of its message. */
  public String title(String commit) {
    return git.text("log", "-1", "--format=%as %s", commit).orElse("").strip();
  }

  /**
   * Writes the book's content and answers as a commit has them.
   *
   * @throws IOException if a file can't be written
   */
  public void extract(String commit, Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("archive", "--format=zip", commit, "--"));
    int none = arguments.size();
    for (String part : BOOK) {
      if (!git.text("ls-tree", "--name-only", commit, "--", part).orElse("").isBlank()) {
        arguments.add(part);
      }
    }
    if (arguments.size() > none) {
      byte[] zip =
          git.run(ProcessBuilder.Redirect.PIPE, arguments.toArray(String[]::new))
              .orElseThrow(() -> new IOException("git can't archive " + commit));
      unpack(zip, folder);
    }
  }

  private static void unpack(byte[] zip, Path folder) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
          throw new IOException("a path leads out of the folder: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.write(file, in.readAllBytes());
        }
      }
    }
  }
}
