package answerbook.bake;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what templates see in one build with what they saw in an earlier one. Questions know
 * each other in circles, so they are compared by themselves, once; within pages they stand for
 * their slugs.
 */
final class ModelComparison {
  private static final int LARGE = 16;

  private final IdentityHashMap<Object, String> before = new IdentityHashMap<>();
  private final IdentityHashMap<Object, String> now = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Object> equalLists = new IdentityHashMap<>();
  private final boolean sameQuestions;

  /**
   * @param before questions by slug, as lists show them
   */
  ModelComparison(Map<String, Map<String, Object>> before, Map<String, Map<String, Object>> now) {
    before.forEach((slug, question) -> this.before.put(question, slug));
    now.forEach((slug, question) -> this.now.put(question, slug));
    this.sameQuestions =
        List.copyOf(before.keySet()).equals(List.copyOf(now.keySet()))
            && before.entrySet().stream()
                .allMatch(question -> sameContent(question.getValue(), now.get(question.getKey())));
  }

  /** Whether nothing differs that a template could see. */
  synchronized boolean areSame(Map<String, Object> one, Map<String, Object> other) {
    return sameQuestions && same(one, other);
  }

  private boolean same(Object one, Object other) {
    if (one == other) {
      return true;
    }
    if (this.before.containsKey(one)) {
      return this.before.get(one).equals(now.get(other));
    }
    if (one instanceof Map<?, ?> map) {
      return other instanceof Map<?, ?> otherMap && sameContent(map, otherMap);
    }
    if (one instanceof List<?> list) {
      return other instanceof List<?> otherList && sameElements(list, otherList);
    }
    return one != null && one.equals(other);
  }

  private boolean sameContent(Map<?, ?> one, Map<?, ?> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(entry -> same(entry.getValue(), other.get(entry.getKey())));
  }

  /** Long lists are shared by many pages. */
  private boolean sameElements(List<?> one, List<?> other) {
    if (one.size() != other.size()) {
      return false;
    }
    if (equalLists.get(one) == other) {
      return true;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    if (one.size() >= LARGE) {
      equalLists.put(one, other);
    }
    return true;
  }
}
