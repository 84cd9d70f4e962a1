package answerbook.cli;

import answerbook.opinion.OpinionSettings;
import answerbook.provenance.Checkout;
import answerbook.provenance.HistoryReader;
import answerbook.store.ClassPathSum;
import answerbook.store.ContentSum;
import answerbook.store.FolderTree;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Everything that a site depends on, and the site itself, in two numbers: where both are what the
 * last build left, there is nothing to do. Whole contents are read, not times, so that nothing
 * stale passes for unchanged. Inputs are summed up while the build reads them. Of a book that was
 * edited meanwhile nobody can say what its site was made of; that is seen by times and sizes, in
 * which an edit that was taken back has left its trace: nobody can set the time at which a Unix
 * system has last changed a file.
 */
final class Fingerprint {
  /** The folders and files that a book is made from, whether or not they are there. */
  static final List<String> INPUTS =
      List.of(
          "content",
          "answers",
          "templates",
          "site-src/assets",
          "site-src/print",
          "site-src/editions",
          "site-src/authoring",
          "site-src/AUTHORING.md",
          "site-src/words",
          "LICENSE");

  private final BuildSettings settings;
  private final Path file;
  private CompletableFuture<String> inputs;
  private CompletableFuture<Optional<Checkout>> checkout;
  private FileTime newest = FileTime.fromMillis(0);
  private String marks = "";

  Fingerprint(BuildSettings settings) {
    this.settings = settings;
    this.file = settings.target().resolve("fingerprint");
  }

  /** Begins to sum up the inputs, beside whatever else is done. */
  void look() throws IOException {
    marks = marks();
    checkout = CompletableFuture.supplyAsync(new HistoryReader(settings.root())::checkout);
    inputs = CompletableFuture.supplyAsync(this::inputs);
  }

  /**
   * Whether a file looks younger than the last build, so that {@link #isUnchanged} need not be
   * waited for.
   */
  boolean isLikelyEdited() throws IOException {
    return !Files.exists(file) || newest.compareTo(Files.getLastModifiedTime(file)) > 0;
  }

  /** Whether the last build was of the very same inputs and its site is untouched. */
  boolean isUnchanged() throws IOException {
    return !settings.run().recording()
        && !settings.recordingAddresses()
        && !settings.opinions().recording()
        && settings.opinions().mode() == OpinionSettings.Mode.OFF
        && Files.exists(file)
        && Files.exists(settings.site())
        && Files.readString(file).startsWith(inputs.join())
        && Files.readString(file).equals(inputs.join() + sum(LastSite.sumsOf(settings.site())));
  }

  /** Whether nobody has touched the inputs since {@link #look} began. */
  boolean isOfTheInputs() throws IOException {
    try {
      return marks().equals(marks);
    } catch (NoSuchFileException | UncheckedIOException vanished) {
      return false;
    }
  }

  /**
   * Notes what was built of the inputs that there were when {@link #look} began. A build that
   * records changes its own inputs, so nothing is noted of it.
   *
   * @param site the sums of the site's files
   */
  void save(Map<String, String> site) throws IOException {
    if (!isRecording()) {
      Files.writeString(file, inputs.join() + sum(site));
    }
  }

  /** What was checked out when {@link #look} began. */
  Optional<Checkout> checkout() {
    return checkout.join();
  }

  /** Forgets the last build, until the next has succeeded. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private boolean isRecording() {
    return settings.run().recording() || settings.opinions().recording();
  }

  /** Times and sizes of all files but those that the build writes itself. */
  private String marks() throws IOException {
    List<String> marks = new ArrayList<>();
    for (String input : INPUTS) {
      if (!(isRecording() && input.equals("answers"))) {
        FolderTree.walk(
            settings.root().resolve(input), (path, found) -> marks.add(mark(path, found)));
      }
    }
    Collections.sort(marks);
    return ContentSum.of(String.join("\n", marks));
  }

  private String mark(Path path, BasicFileAttributes found) throws IOException {
    BasicFileAttributes file =
        found.isSymbolicLink() ? Files.readAttributes(path, BasicFileAttributes.class) : found;
    FileTime time = file.lastModifiedTime();
    newest = time.compareTo(newest) > 0 ? time : newest;
    return path + " " + file.size() + " " + time.to(TimeUnit.NANOSECONDS) + " " + changed(path);
  }

  /** When the system has last changed a file, whatever time it was given; 0 if that isn't known. */
  private static long changed(Path path) throws IOException {
    return path.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? ((FileTime) Files.getAttribute(path, "unix:ctime")).to(TimeUnit.NANOSECONDS)
        : 0;
  }

  private String inputs() {
    ContentSum sum = new ContentSum();
    sum.text(settings.url() + " " + settings.repository());
    sum.text("editions " + settings.editions() + (settings.linting() ? " linted" : ""));
    try {
      for (String input : INPUTS) {
        sum.tree(settings.root().resolve(input));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sum.text(ClassPathSum.get());
    sum.text(checkout.join().map(Checkout::name).orElse(""));
    return sum + " ";
  }

  private static String sum(Map<String, String> site) {
    ContentSum sum = new ContentSum();
    new TreeMap<>(site).forEach((address, content) -> sum.text(address + " " + content));
    return sum.toString();
  }
}
