package answerbook.provenance;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When each recorded value became what it is, from all versions of the records that git has. */
final class ValueDates {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORDS = "answers/*.json";

  /** A line of {@code git log --raw}: modes, old blob, new blob, status, path. */
  private static final Pattern CHANGE =
      Pattern.compile(":\\d+ \\d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\\d*\\t(.+)");

  private final Path root;
  private final Git git;

  /** One version of a record. */
  private record Version(String date, String blob) {}

  ValueDates(Path root, Git git) {
    this.root = root;
    this.git = git;
  }

  /** Dates by program and value. */
  Map<String, Map<String, String>> read() {
    Map<String, List<Version>> versions = versions();
    Map<String, JsonNode> contents = contents(versions);
    Map<String, Map<String, String>> dates = new TreeMap<>();
    versions.forEach(
        (file, known) -> {
          Path path = root.resolve(file);
          if (Files.exists(path)) {
            String name = path.getFileName().toString();
            List<JsonNode> results =
                known.stream().map(version -> results(contents, version)).toList();
            dates.put(name.replace(".json", ""), dates(current(path), known, results));
          }
        });
    return dates;
  }

  /** Each value's date: that of the oldest version from which on it has been the same. */
  private static Map<String, String> dates(
      JsonNode now, List<Version> versions, List<JsonNode> results) {
    Map<String, String> dates = new LinkedHashMap<>();
    now.properties()
        .forEach(
            entry -> {
              int same = 0;
              while (same < results.size()
                  && entry.getValue().equals(results.get(same).get(entry.getKey()))) {
                same++;
              }
              if (same > 0) {
                dates.put(entry.getKey(), versions.get(same - 1).date());
              }
            });
    return dates;
  }

  /** The versions of each record, the newest first. */
  private Map<String, List<Version>> versions() {
    String log =
        git.text(
                "log",
                "--topo-order",
                "--format=%as",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "--relative",
                "--",
                RECORDS)
            .orElse("");
    Map<String, List<Version>> versions = new TreeMap<>();
    String date = "";
    for (String line : log.lines().toList()) {
      Matcher change = CHANGE.matcher(line);
      if (change.matches()) {
        versions
            .computeIfAbsent(change.group(2), file -> new ArrayList<>())
            .add(new Version(date, change.group(1)));
      } else if (!line.isBlank()) {
        date = line;
      }
    }
    return versions;
  }

  /** All versions' contents by their blobs, from one process. */
  private Map<String, JsonNode> contents(Map<String, List<Version>> versions) {
    List<String> blobs =
        versions.values().stream().flatMap(List::stream).map(Version::blob).distinct().toList();
    try {
      Path list = Files.createTempFile("blobs", ".txt");
      try {
        Files.write(list, blobs);
        byte[] output =
            git.run(ProcessBuilder.Redirect.from(list.toFile()), "cat-file", "--batch")
                .orElse(new byte[0]);
        return parse(output);
      } finally {
        Files.delete(list);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Splits what {@code git cat-file --batch} prints: a line "blob kind size", then that many bytes.
   */
  private static Map<String, JsonNode> parse(byte[] output) {
    Map<String, JsonNode> contents = new TreeMap<>();
    int at = 0;
    while (at < output.length) {
      int end = at;
      while (output[end] != '\n') {
        end++;
      }
      String[] head = new String(output, at, end - at, StandardCharsets.US_ASCII).split(" ");
      int size = head.length == 3 ? Integer.parseInt(head[2]) : -1;
      if (size >= 0) {
        contents.put(head[0], json(new String(output, end + 1, size, StandardCharsets.UTF_8)));
      }
      at = end + 1 + (size < 0 ? 0 : size + 1);
    }
    return contents;
  }

  private static JsonNode results(Map<String, JsonNode> contents, Version version) {
    JsonNode results = contents.get(version.blob());
    return results == null ? JSON.createObjectNode() : results;
  }

  private static JsonNode current(Path path) {
    try {
      return json(Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record's results; none if an old version can't be read. */
  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text).path("results");
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
