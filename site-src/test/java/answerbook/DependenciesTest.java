package answerbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Every library of the pom is listed with why it is there and its licence, and no other. */
class DependenciesTest {
  private static final Path LIST = Path.of("site-src/DEPENDENCIES.md");

  @Test
  void listIsThatOfThePom() throws IOException {
    List<String> listed = rows().stream().map(row -> row.get(0)).toList();

    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(pom());
  }

  @Test
  void eachHasAReasonAndALicence() throws IOException {
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row).as("%s", row).hasSize(3).noneMatch(String::isBlank);
              assertThat(row.get(2))
                  .as("the licence of %s", row.get(0))
                  .matches(
                      "(?:(?:Apache|MIT|BSD|MPL|EPL|LGPL|GPL|Unicode)[-0-9.A-Za-z]*(?: or |, )?)+(?:at build time only)?");
            });
  }

  private static List<String> pom() throws IOException {
    Document pom = Jsoup.parse(Files.readString(Path.of("pom.xml")), Parser.xmlParser());
    List<String> names = new ArrayList<>();
    for (Element dependency : pom.select("project > dependencies > dependency")) {
      names.add(
          dependency.selectFirst("> groupId").text()
              + ":"
              + dependency.selectFirst("> artifactId").text());
    }
    return names;
  }

  private static List<List<String>> rows() throws IOException {
    return Files.readAllLines(LIST).stream()
        .filter(
            line -> line.startsWith("| ") && line.contains(":") && !line.startsWith("| library"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
        .toList();
  }
}
