package answerbook.cli;

import java.nio.file.Path;

/**
 * How a book is built.
 *
 * @param root the folder that holds {@code content}, {@code answers} and {@code templates}
 * @param target where the site and all caches go
 * @param recording whether what programs compute now becomes the recorded results
 */
public record BuildSettings(Path root, Path target, boolean recording) {
  /** The published site. */
  public Path site() {
    return target.resolve("site");
  }

  /** A file that is there after a build that found mistakes, by which Maven knows. */
  Path mistakes() {
    return target.resolve("mistakes");
  }
}
