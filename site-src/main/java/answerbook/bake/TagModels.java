package answerbook.bake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What templates see of tags. */
final class TagModels {
  private final Map<String, List<Map<String, Object>>> questions = new TreeMap<>();

  /**
   * @param all models of questions in reading order, each with its {@code tags}
   */
  TagModels(Collection<Map<String, Object>> all) {
    for (Map<String, Object> question : all) {
      for (Object tag : (List<?>) question.get("tags")) {
        questions.computeIfAbsent((String) tag, name -> new ArrayList<>()).add(question);
      }
    }
  }

  /** The address of a tag's page. */
  static String address(String tag) {
    return "tags/" + tag + ".html";
  }

  /** All tags by name: {@code name}, {@code address}, {@code questions}. */
  List<Map<String, Object>> all() {
    List<Map<String, Object>> tags = new ArrayList<>();
    questions.forEach(
        (tag, list) -> tags.add(Map.of("name", tag, "address", address(tag), "questions", list)));
    return tags;
  }
}
