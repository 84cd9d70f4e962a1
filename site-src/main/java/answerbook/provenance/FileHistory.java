package answerbook.provenance;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** When the files of a book came and changed; empty where the history isn't known as a whole. */
public final class FileHistory {
  private static final String HEAD = "\0";
  private static final String SEPARATOR = "\t";

  private final Map<String, FileDates> dates = new TreeMap<>();

  private FileHistory() {}

  /**
   * Reads the history of {@code content} and {@code answers} from git, in one process.
   *
   * @param checkout what is checked out there
   */
  public static FileHistory read(Path root, Optional<Checkout> checkout) {
    FileHistory history = new FileHistory();
    if (checkout.isPresent() && !checkout.get().shallow()) {
      new Git(root)
          .text(
              "-c",
              "core.quotePath=false",
              "log",
              "--format=%x00%aI" + SEPARATOR + "%s",
              "--name-only",
              "--no-renames",
              "--relative",
              "--",
              "content",
              "answers")
          .ifPresent(history::parse);
    }
    return history;
  }

  /** Whether nothing is known. */
  public boolean isEmpty() {
    return dates.isEmpty();
  }

  /** The dates of some files taken for one; empty if none of them was ever committed. */
  public Optional<FileDates> of(Collection<String> files) {
    return files.stream().map(dates::get).filter(Objects::nonNull).reduce(FileDates::and);
  }

  private void parse(String log) {
    for (String commit : log.split(HEAD)) {
      String[] lines = commit.strip().split("\n");
      String[] head = lines[0].split(SEPARATOR, 2);
      if (head.length == 2) {
        String date = utc(head[0]);
        FileDates here = new FileDates(date, date, head[1]);
        Arrays.stream(lines)
            .skip(1)
            .filter(file -> !file.isBlank())
            .forEach(file -> dates.merge(file, here, FileDates::and));
      }
    }
  }

  private static String utc(String date) {
    return DateTimeFormatter.ISO_INSTANT.format(
        OffsetDateTime.parse(date)
            .withOffsetSameInstant(ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.SECONDS));
  }
}
