package answerbook.bake;

import answerbook.bake.Making.Download;
import answerbook.provenance.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Books to take away, as the home page lists them: by title, with their forms. */
final class DownloadModels {
  private static final double MEGABYTE = 1e6;

  private DownloadModels() {}

  /** Titles in the order of the first of each, with their forms. */
  static List<Map<String, Object>> of(List<Download> downloads) {
    Map<String, List<Map<String, Object>>> forms = new LinkedHashMap<>();
    for (Download download : downloads) {
      forms
          .computeIfAbsent(download.title(), title -> new java.util.ArrayList<>())
          .add(
              Map.of(
                  "name", download.form(),
                  "address", download.address(),
                  "size", size(download.bytes())));
    }
    return forms.entrySet().stream()
        .map(entry -> Map.<String, Object>of("title", entry.getKey(), "forms", entry.getValue()))
        .toList();
  }

  /**
   * The date of what is in them: that of the commit, since a file's own would change with every
   * build. Empty if that isn't known or not all is committed.
   */
  static String date(History history) {
    return history.edited() ? "" : history.date();
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
