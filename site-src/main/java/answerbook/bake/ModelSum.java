package answerbook.bake;

import answerbook.store.ContentSum;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names all that a template can see of a page: two models with the same sum look the same to it.
 * Models are trees, so nothing is seen from a page that isn't summed up.
 */
final class ModelSum {
  /** What {@link Map#of} gives, which has no order. */
  private static final Set<Class<?>> IMMUTABLE =
      Set.of(Map.of().getClass(), Map.of("", "").getClass());

  /** Parts that many pages share. */
  private final IdentityHashMap<Object, String> shared = new IdentityHashMap<>();

  /** Sums up a part that many pages share, once. */
  void share(Object part) {
    ContentSum sum = new ContentSum();
    add(part, sum);
    shared.put(part, sum.toString());
  }

  /**
   * The sum of a model.
   *
   * @param template names the text of its template
   */
  String of(Map<String, Object> model, String template) {
    ContentSum sum = new ContentSum();
    sum.text(template);
    add(model, sum);
    return sum.toString();
  }

  private void add(Object part, ContentSum sum) {
    String known = shared.get(part);
    if (known != null) {
      sum.text("shared " + known);
    } else if (part instanceof Map<?, ?> map) {
      sum.text("map " + map.size());
      ordered(map)
          .forEach(
              (key, value) -> {
                sum.text((String) key);
                add(value, sum);
              });
    } else if (part instanceof List<?> list) {
      sum.text("list " + list.size());
      list.forEach(item -> add(item, sum));
    } else if (part instanceof Fragment fragment) {
      sum.text("fragment " + fragment.sum());
    } else if (part instanceof String
        || part instanceof Integer
        || part instanceof Boolean
        || part instanceof Long) {
      sum.text(part.getClass().getSimpleName() + " " + part);
    } else {
      throw new IllegalArgumentException("a model can't hold " + part);
    }
  }

  /**
   * A map in the order in which a template lists it; one that has none is sorted.
   *
   * @throws IllegalArgumentException if the map may have an order that isn't known here
   */
  private static Map<?, ?> ordered(Map<?, ?> map) {
    if (map instanceof LinkedHashMap || map instanceof SortedMap) {
      return map;
    }
    if (map instanceof HashMap || IMMUTABLE.contains(map.getClass())) {
      return new TreeMap<>(map);
    }
    throw new IllegalArgumentException("a model can't hold a " + map.getClass());
  }
}
