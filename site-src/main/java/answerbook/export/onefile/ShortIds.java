package answerbook.export.onefile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Short ids for what is inside a drawing, to which nothing outside refers. */
final class ShortIds {
  private static final List<String> LISTS = List.of("aria-labelledby", "aria-describedby");

  private final String prefix;
  private final Map<String, String> ids = new HashMap<>();

  /**
   * @param prefix begins them; unique in the page
   */
  ShortIds(String prefix) {
    this.prefix = prefix;
  }

  void apply(Element svg) {
    for (Element element : svg.select(":not(svg)[id]")) {
      ids.put(element.id(), prefix + (char) ('a' + ids.size()));
      element.id(ids.get(element.id()));
    }
    for (Element element : svg.select("*")) {
      LISTS.forEach(name -> rename(element, name));
      element
          .attributes()
          .forEach(
              attribute -> {
                String value = attribute.getValue();
                if (value.startsWith("url(#") || value.startsWith("#")) {
                  attribute.setValue(renamedReference(value));
                }
              });
    }
  }

  private void rename(Element element, String list) {
    if (element.hasAttr(list)) {
      element.attr(
          list,
          Arrays.stream(element.attr(list).split(" "))
              .map(id -> ids.getOrDefault(id, id))
              .collect(Collectors.joining(" ")));
    }
  }

  private String renamedReference(String value) {
    int hash = value.indexOf('#');
    int end = value.endsWith(")") ? value.length() - 1 : value.length();
    String id = value.substring(hash + 1, end);
    return value.substring(0, hash + 1) + ids.getOrDefault(id, id) + value.substring(end);
  }
}
