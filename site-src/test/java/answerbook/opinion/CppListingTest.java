package answerbook.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.opinion.OpinionSettings.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * C++ listings, really compiled and run: what they find, and what can go wrong, each in its place.
 */
final class CppListingTest {
  private static final String PROGRAM =
      """
      #include <iostream>
      #include <vector>

      int main() {
        double x = 0.25;
        %s
        std::cout << "z = " << x << "\\n";
      }
      """;

  @TempDir private Path root;
  private TestListings listings;

  @BeforeEach
  void needsCompiler() {
    TestListings.needs("/usr/bin/g++");
    listings = new TestListings(root);
  }

  @Test
  void agreementIsAnOpinion() throws IOException {
    listings.with("twin.cpp", PROGRAM.formatted(""));

    Opinion opinion = TestListings.only(listings.record());

    assertThat(listings.mistakes()).isEmpty();
    assertThat(opinion.software()).matches("g\\+\\+ \\d+\\.\\d+\\.\\d+");
    assertThat(opinion.accuracy()).isEmpty();
  }

  @Test
  void wrongConstantIsToldAtTheLineThatPrintsIt() throws IOException {
    listings.with("twin.cpp", PROGRAM.formatted("// @start region=\"z\"\n  x = 0.26;"));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.cpp:8:3: 'z' is 0.26 here, but 0.25 in Twin.java");
  }

  @Test
  void allCompileErrorsAreToldInTheirPlaces() throws IOException {
    listings.with("twin.cpp", PROGRAM.formatted("int y = \"two\"; x = yy;"));

    listings.run();

    assertThat(listings.mistakes()).hasSize(2);
    assertThat(listings.mistakes().get(0)).startsWith("twin.cpp:6:11: invalid conversion");
    assertThat(listings.mistakes().get(1)).startsWith("twin.cpp:6:22: ").contains("yy");
  }

  @Test
  void missingHeaderIsToldInItsPlace() throws IOException {
    listings.with("twin.cpp", "#include <nowhere.h>\n" + PROGRAM.formatted(""));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.cpp:1:10: nowhere.h: No such file or directory");
  }

  @Test
  void crashExitCodeAndExceptionAreTold() throws IOException {
    listings
        .with("a.cpp", PROGRAM.formatted("__builtin_trap();"))
        .with("b.cpp", PROGRAM.formatted("std::cerr << \"passes disagree\\n\"; return 1;"))
        .with("c.cpp", PROGRAM.formatted("std::vector<int>().at(1);"));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly(
            "a.cpp:4:1: a.cpp crashes with signal 4",
            "b.cpp:4:1: passes disagree",
            "c.cpp:4:1: c.cpp crashes with signal 6");
  }

  @Test
  void endlessLoopIsTold() throws IOException {
    listings
        .settings(listings.settings().limits(new Limits(Duration.ofSeconds(5), 4096)))
        .with("twin.cpp", PROGRAM.formatted("for (volatile int i = 0; i < 1;) {}"));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.cpp:4:1: twin.cpp did not end within 5 s");
  }

  @Test
  void exhaustedMemoryIsTold() throws IOException {
    listings
        .settings(listings.settings().limits(new Limits(Duration.ofSeconds(20), 1024)))
        .with("twin.cpp", PROGRAM.formatted("std::vector<double> v(1 << 28); x = v[0] + 0.25;"));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.cpp:4:1: twin.cpp needs more than 1024 MB");
  }

  @Test
  void unchangedListingIsNotCompiledAgain() throws IOException {
    listings.with("twin.cpp", PROGRAM.formatted(""));
    listings.record();
    Path compiled = compiled().get(0);
    FileTime then = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(compiled, then);

    listings.run();

    assertThat(listings.mistakes()).isEmpty();
    assertThat(compiled()).containsExactly(compiled);
    assertThat(Files.getLastModifiedTime(compiled)).isEqualTo(then);

    listings.with("twin.cpp", PROGRAM.formatted("// changed")).record();

    assertThat(compiled()).hasSize(2);
  }

  private List<Path> compiled() throws IOException {
    try (Stream<Path> files = Files.list(listings.settings().cache())) {
      return files.toList();
    }
  }
}
