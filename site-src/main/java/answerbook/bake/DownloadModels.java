package answerbook.bake;

import answerbook.bake.Making.Download;
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

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
