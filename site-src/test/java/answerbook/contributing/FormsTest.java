package answerbook.contributing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms have what GitHub demands of them: it drops a form that has a mistake without a word. */
class FormsTest {
  private static final Set<String> TOP =
      Set.of("name", "description", "title", "labels", "assignees", "projects", "type", "body");
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "markdown", Set.of("value"),
          "textarea", Set.of("label", "description", "placeholder", "value", "render"),
          "input", Set.of("label", "description", "placeholder", "value"),
          "dropdown", Set.of("label", "description", "multiple", "options", "default"),
          "checkboxes", Set.of("label", "description", "options"));

  static Stream<Yaml> forms() {
    return Yaml.of("ISSUE_TEMPLATE").stream().filter(form -> !form.name().equals("config.yml"));
  }

  @Test
  void thereIsAFormForEachKindOfIssue() {
    assertThat(forms().map(Yaml::name))
        .containsExactly("generator.yml", "mistake.yml", "question.yml");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formIsValid(Yaml form) {
    assertThat(Yaml.keys(form.root())).isSubsetOf(TOP);
    assertThat(form.root().get("name")).asString().isNotBlank();
    assertThat(form.root().get("description")).asString().isNotBlank();
    Set<Object> ids = new HashSet<>();
    Set<Object> labels = new HashSet<>();
    List<Map<?, ?>> body = Yaml.maps(form.root(), "body");
    assertThat(body).isNotEmpty();
    for (Map<?, ?> field : body) {
      Map<?, ?> attributes = Yaml.map(field, "attributes");
      assertThat(ATTRIBUTES).containsKey(String.valueOf(field.get("type")));
      assertThat(Yaml.keys(field)).isSubsetOf(Set.of("type", "id", "attributes", "validations"));
      assertThat(Yaml.keys(attributes))
          .isSubsetOf(ATTRIBUTES.get(String.valueOf(field.get("type"))));
      assertThat(String.valueOf(field.get("id"))).matches("[a-z-]+");
      assertThat(ids.add(field.get("id"))).as("id is there once").isTrue();
      assertThat(labels.add(attributes.get("label"))).as("label is there once").isTrue();
      assertThat(Yaml.keys(Yaml.map(field, "validations"))).isSubsetOf(Set.of("required"));
    }
  }

  /** The links of pages fill the field {@code page} of {@code mistake.yml}. */
  @Test
  void fieldThatPagesFillExists() {
    Yaml mistake = Yaml.read(Yaml.GITHUB.resolve("ISSUE_TEMPLATE/mistake.yml"));

    assertThat(Yaml.maps(mistake.root(), "body"))
        .extracting(field -> (Object) field.get("id"))
        .contains("page");
  }
}
