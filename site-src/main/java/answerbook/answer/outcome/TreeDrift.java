package answerbook.answer.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The first place where two JSON trees differ, for what is compared exactly. */
final class TreeDrift {
  private static final int CONTEXT = 20;
  private static final int LONGEST = 60;

  private TreeDrift() {}

  static Optional<String> between(JsonNode recorded, JsonNode now) {
    return difference("", recorded, now);
  }

  /** The change of one text to another, cut to where they differ. */
  static String change(String recorded, String now) {
    int start = 0;
    while (start < Math.min(recorded.length(), now.length())
        && recorded.charAt(start) == now.charAt(start)) {
      start++;
    }
    return excerpt(recorded, start) + " → " + excerpt(now, start);
  }

  private static Optional<String> difference(String path, JsonNode recorded, JsonNode now) {
    if (recorded.equals(now)) {
      return Optional.empty();
    }
    if (recorded.isArray() && now.isArray() && recorded.size() != now.size()) {
      return Optional.of(
          "changed the number of its "
              + path.strip()
              + ": "
              + recorded.size()
              + " → "
              + now.size());
    }
    if (recorded.isContainerNode() && now.isContainerNode()) {
      return inChildren(path, recorded, now);
    }
    String place = path.isEmpty() ? "" : " its" + path;
    return Optional.of("changed" + place + ": " + change(text(recorded), text(now)));
  }

  private static Optional<String> inChildren(String path, JsonNode recorded, JsonNode now) {
    if (now.isArray()) {
      Iterator<JsonNode> before = recorded.iterator();
      for (int i = 0; i < now.size(); i++) {
        Optional<String> difference = difference(path + " " + (i + 1), before.next(), now.get(i));
        if (difference.isPresent()) {
          return difference;
        }
      }
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    recorded.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .map(name -> difference(path + " " + name, recorded.path(name), now.path(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "nothing";
    }
    return node.isTextual()
        ? '"' + node.textValue().replace("\n", "\\n") + '"'
        : JsonText.compact(node);
  }

  private static String excerpt(String text, int start) {
    int from = text.length() <= LONGEST ? 0 : Math.max(0, start - CONTEXT);
    int to = Math.min(text.length(), from + LONGEST);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }
}
