package answerbook.serve;

import java.util.Optional;

/** A site whose files are made at the latest when they are asked for. Used by many threads. */
@FunctionalInterface
public interface Site {
  /**
   * The content of a file.
   *
   * @param address from the site's root, without a slash before it, as {@code topic/index.html}
   */
  Optional<byte[]> file(String address);
}
