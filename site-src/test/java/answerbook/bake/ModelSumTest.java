package answerbook.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelSumTest {
  private static String sum(Map<String, String> map) {
    return new ModelSum().of(Map.of("map", List.of(map)), "template");
  }

  private static <M extends Map<String, String>> M filled(M map, String... keys) {
    for (String key : keys) {
      map.put(key, "value of " + key);
    }
    return map;
  }

  @Test
  void orderInWhichATemplateListsAMapCounts() {
    assertThat(sum(filled(new LinkedHashMap<>(), "a", "b")))
        .isNotEqualTo(sum(filled(new LinkedHashMap<>(), "b", "a")));
    assertThat(sum(filled(new TreeMap<>(Collections.reverseOrder()), "a", "b")))
        .isEqualTo(sum(filled(new LinkedHashMap<>(), "b", "a")));
  }

  @Test
  void mapsWithoutAnOrderHaveTheSumOfTheirContent() {
    String sorted = sum(filled(new TreeMap<>(), "a", "b"));

    assertThat(sum(filled(new HashMap<>(), "b", "a"))).isEqualTo(sorted);
    assertThat(sum(Map.of("b", "value of b", "a", "value of a"))).isEqualTo(sorted);
    assertThat(sum(Map.copyOf(filled(new LinkedHashMap<>(), "b", "a")))).isEqualTo(sorted);
  }

  /** It may have the order of the map inside. */
  @Test
  void mapWhoseOrderIsNotKnownIsRefused() {
    Map<String, String> hidden =
        Collections.unmodifiableMap(filled(new LinkedHashMap<>(), "b", "a"));

    assertThatThrownBy(() -> sum(hidden)).isInstanceOf(IllegalArgumentException.class);
  }
}
