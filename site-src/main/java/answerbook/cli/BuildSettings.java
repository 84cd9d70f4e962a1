package answerbook.cli;

import answerbook.answer.RunSettings;
import answerbook.opinion.OpinionSettings;
import answerbook.store.ClassPathSum;
import answerbook.store.EntryFolder;
import java.nio.file.Path;
import java.util.Set;

/**
 * How a book is built.
 *
 * @param root the folder that holds {@code content}, {@code answers} and {@code templates}
 * @param target where the site and all caches go
 * @param run how programs are run
 * @param opinions how programs in other languages are run
 * @param url where the site is published; empty for what the book says
 * @param repository where its sources are; empty for what the book says
 * @param editions which books to take away are made too
 * @param recordingAddresses whether new addresses join the recorded ones
 * @param linting whether findings of lints are mistakes
 * @param live whether somebody watches the build
 */
public record BuildSettings(
    Path root,
    Path target,
    RunSettings run,
    OpinionSettings opinions,
    String url,
    String repository,
    Set<EditionKind> editions,
    boolean recordingAddresses,
    boolean linting,
    boolean live) {
  /** The usual settings for the book in {@code root}. */
  public static BuildSettings of(Path root) {
    return new BuildSettings(
        root,
        root.resolve("target"),
        RunSettings.of(root),
        OpinionSettings.of(root),
        "",
        "",
        EditionKind.NONE,
        false,
        true,
        false);
  }

  public BuildSettings run(RunSettings newRun) {
    return new BuildSettings(
        root,
        target,
        newRun,
        opinions,
        url,
        repository,
        editions,
        recordingAddresses,
        linting,
        live);
  }

  public BuildSettings opinions(OpinionSettings newOpinions) {
    return new BuildSettings(
        root,
        target,
        run,
        newOpinions,
        url,
        repository,
        editions,
        recordingAddresses,
        linting,
        live);
  }

  public BuildSettings published(String newUrl, String newRepository) {
    return new BuildSettings(
        root,
        target,
        run,
        opinions,
        newUrl,
        newRepository,
        editions,
        recordingAddresses,
        linting,
        live);
  }

  public BuildSettings editions(Set<EditionKind> nowMade) {
    return new BuildSettings(
        root, target, run, opinions, url, repository, nowMade, recordingAddresses, linting, live);
  }

  /** For small books of tests, which are about one thing each. */
  public BuildSettings linting(boolean nowLinting) {
    return new BuildSettings(
        root,
        target,
        run,
        opinions,
        url,
        repository,
        editions,
        recordingAddresses,
        nowLinting,
        live);
  }

  public BuildSettings recordingAddresses(boolean now) {
    return new BuildSettings(
        root, target, run, opinions, url, repository, editions, now, linting, live);
  }

  public BuildSettings live(boolean nowLive) {
    return new BuildSettings(
        root,
        target,
        run,
        opinions,
        url,
        repository,
        editions,
        recordingAddresses,
        linting,
        nowLive);
  }

  /** The same settings for a copy of the book; what is recorded goes to the book itself. */
  BuildSettings readFrom(Path copy) {
    RunSettings runs = run.recording() ? run : run.root(copy);
    return new BuildSettings(
        copy,
        target,
        runs,
        opinions.root(copy),
        url,
        repository,
        editions,
        recordingAddresses,
        linting,
        live);
  }

  /** The published site. */
  public Path site() {
    return target.resolve("site");
  }

  /** A folder of work that is kept for the very same generator. */
  EntryFolder kept(String name) {
    return new EntryFolder(target.resolve(name), ClassPathSum.get());
  }

  /** A mark that Maven sets before it starts the generator, which takes it away if all is well. */
  Path unfinished() {
    return target.resolve("unfinished");
  }
}
