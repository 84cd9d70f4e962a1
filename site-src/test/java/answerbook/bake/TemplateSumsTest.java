package answerbook.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSumsTest {
  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private String sum() throws IOException {
    return new TemplateSums(folder, "generator").of("page.ftlh");
  }

  @Test
  void sumIsOfTheTemplatesThatAreUsed() throws IOException {
    write("page.ftlh", "<#import \"parts.ftlh\" as parts>");
    write("parts.ftlh", "<#include \"deep.ftlh\">");
    write("deep.ftlh", "one");
    write("other.ftlh", "one");
    String before = sum();

    write("other.ftlh", "two");
    assertThat(sum()).isEqualTo(before);
    write("deep.ftlh", "two");
    assertThat(sum()).isNotEqualTo(before);
  }

  /** FreeMarker finds more than a file beside the template: then all templates count. */
  @ParameterizedTest
  @ValueSource(strings = {"/parts.ftlh", "*/parts.ftlh", "sub/page.ftlh", "./parts.ftlh"})
  void nameThatIsNoFileBesideTheTemplateStandsForAllTemplates(String name) throws IOException {
    write("page.ftlh", "<#include \"" + name + "\">");
    write("sub/page.ftlh", "<#include \"parts.ftlh\">");
    write("sub/parts.ftlh", "one");
    write("parts.ftlh", "one");
    String before = sum();

    write("parts.ftlh", "two");
    String after = sum();
    write("sub/parts.ftlh", "two");

    assertThat(after).isNotEqualTo(before);
    assertThat(sum()).isNotEqualTo(after);
  }
}
