package answerbook.cli;

import answerbook.store.ContentSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A published site in one number, to tell whole ones from halves. */
final class SiteSum {
  private SiteSum() {}

  /** The sum of all files of a site; "none" where there is none. */
  static String of(Path site) {
    if (!Files.exists(site)) {
      return "none";
    }
    try {
      ContentSum sum = new ContentSum();
      sum.tree(site);
      return sum.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
