package answerbook.content;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private FrontMatter read(String yaml) {
    SourceFile file = new SourceFile("q.md", "---\n" + yaml + "---\nBody.\n");
    return Page.read(file, diagnostics).front();
  }

  private List<String> told() {
    return diagnostics.all().stream()
        .map(d -> d.position().line() + ":" + d.position().column() + " " + d.message())
        .toList();
  }

  @Test
  void valuesKnowWhereTheirTextStands() {
    FrontMatter front = read("title: plain\nquoted: 'it''s'\n");

    assertThat(front.required("title")).isEqualTo(new Located("plain", 11));
    assertThat(front.required("quoted")).isEqualTo(new Located("it's", 26));
    assertThat(told()).isEmpty();
  }

  @Test
  void missingKeyIsToldAtTheTop() {
    assertThat(read("title: x\n").required("level")).isNull();
    assertThat(told()).containsExactly("2:1 'level' is missing");
  }

  @Test
  void wrongTypesAreToldAtTheValue() {
    FrontMatter front = read("title: [a]\ntags: a\n");

    assertThat(front.required("title")).isNull();
    assertThat(front.requiredList("tags")).isEmpty();
    assertThat(told()).containsExactly("2:8 'title' must be a text", "3:7 'tags' must be a list");
  }

  @Test
  void unknownAndRepeatedKeysAreTold() {
    FrontMatter front = read("title: x\ntitle: y\ntitel: z\n");
    front.required("title");
    front.rejectOthers();

    assertThat(told()).containsExactly("3:1 'title' is there twice", "4:1 unknown key 'titel'");
    assertThat(diagnostics.all().get(1).remedy()).isEqualTo("did you mean 'title'?");
  }

  @Test
  void unreadableYamlIsToldOnce() {
    FrontMatter front = read("title: 'x\nlevel: easy\n");
    front.required("title");
    front.rejectOthers();

    assertThat(diagnostics.all())
        .singleElement()
        .satisfies(d -> assertThat(d.message()).startsWith("bad YAML"));
  }

  @Test
  void missingOrOpenFrontMatterIsTold() {
    Page.read(new SourceFile("a.md", "Text.\n"), diagnostics);
    Page.read(new SourceFile("b.md", "---\ntitle: x\n"), diagnostics);

    assertThat(told())
        .containsExactly("1:1 the file has no front matter", "1:1 the front matter has no end");
  }
}
