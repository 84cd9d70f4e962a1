package answerbook.answer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How programs are run.
 *
 * @param root the book's root
 * @param cache where outcomes are kept for reuse
 * @param natives where ND4J's native libraries are unpacked, once
 * @param recording whether what is computed now becomes the recorded results
 * @param timeout the computing time that one program may take
 * @param heap the heap that all programs share, as {@code -Xmx} writes it
 * @param sandbox whether programs are put into a sandbox
 * @param archive from which workers start quicker
 */
public record RunSettings(
    Path root,
    Path cache,
    Path natives,
    boolean recording,
    Duration timeout,
    String heap,
    Sandbox.Mode sandbox,
    Optional<WorkerArchive> archive) {
  /** The usual settings: cache in {@code target/answers}, ten seconds, 512 MB. */
  public static RunSettings of(Path root) {
    Path cache = root.resolve("target/answers");
    return new RunSettings(
        root,
        cache,
        cache.resolve("native"),
        false,
        Duration.ofSeconds(10),
        "512m",
        Sandbox.Mode.AUTO,
        Optional.empty());
  }

  /** A record's own would take a JVM ten milliseconds to link at its first call. */
  @Override
  public int hashCode() {
    return cache.hashCode();
  }

  public RunSettings root(Path newRoot) {
    return new RunSettings(newRoot, cache, natives, recording, timeout, heap, sandbox, archive);
  }

  public RunSettings recording(boolean nowRecording) {
    return new RunSettings(root, cache, natives, nowRecording, timeout, heap, sandbox, archive);
  }

  public RunSettings timeout(Duration newTimeout) {
    return new RunSettings(root, cache, natives, recording, newTimeout, heap, sandbox, archive);
  }

  public RunSettings heap(String newHeap) {
    return new RunSettings(root, cache, natives, recording, timeout, newHeap, sandbox, archive);
  }

  public RunSettings cache(Path newCache) {
    return new RunSettings(root, newCache, natives, recording, timeout, heap, sandbox, archive);
  }

  public RunSettings natives(Path newNatives) {
    return new RunSettings(root, cache, newNatives, recording, timeout, heap, sandbox, archive);
  }

  public RunSettings sandbox(Sandbox.Mode newSandbox) {
    return new RunSettings(root, cache, natives, recording, timeout, heap, newSandbox, archive);
  }

  public RunSettings archive(WorkerArchive newArchive) {
    return new RunSettings(
        root, cache, natives, recording, timeout, heap, sandbox, Optional.of(newArchive));
  }
}
