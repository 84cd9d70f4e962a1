package answerbook.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.api.ElementType;
import answerbook.api.Tensor;
import answerbook.api.Tolerance;
import answerbook.opinion.OpinionSettings.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What evidence is good for, and when it no longer is. */
final class EvidenceTest {
  private static final String TWIN =
      """
      try:
          int("x")
      except ValueError as error:
          print(f"fails: ValueError: {error}")
      print("z =", 0.25)
      """;

  @TempDir private Path root;
  private TestListings listings;

  @BeforeEach
  void recordOnce() throws IOException {
    TestListings.needs("/usr/bin/python3");
    listings = new TestListings(root).with("twin.py", TWIN);
    listings.record();
    assertThat(listings.mistakes()).isEmpty();
  }

  @Test
  void itHoldsHashDateVersionsValuesAndFailures() throws IOException {
    assertThat(Files.readString(listings.file("twin.py.json")))
        .containsPattern("\"listing\": \"[0-9a-f]{64}\"")
        .containsPattern("\"recorded\": \"\\d{4}-\\d{2}-\\d{2}\"")
        .containsPattern("\"Python\": \"3\\.\\d+\\.\\d+\"")
        .contains("\"z\": 0.25")
        .contains("ValueError: invalid literal for int() with base 10: 'x'");
  }

  @Test
  void itSpeaksWhereNothingIsRun() throws IOException {
    Opinions opinions = off().run();

    assertThat(listings.mistakes()).isEmpty();
    assertThat(opinions.run()).isZero();
    assertThat(TestListings.only(opinions).software()).startsWith("Python 3.");
    assertThat(TestListings.only(opinions).failures())
        .containsExactly("ValueError: invalid literal for int() with base 10: 'x'");
  }

  @Test
  void changedListingHasNoOpinionAndFailsWhereItIsRun() throws IOException {
    listings.with("twin.py", TWIN + "# changed\n");

    assertThat(listings.run().bySlug()).isEmpty();
    assertThat(listings.mistakes()).hasSize(1);
    assertThat(listings.mistakes().get(0))
        .startsWith("twin.py:5:1: twin.py was changed since its evidence of 20");
    assertThat(listings.remedy()).contains("mvn -Danswers.record -Dsecond-opinions");

    Opinions opinions = off().run();

    assertThat(opinions.bySlug()).isEmpty();
    assertThat(opinions.unproven()).containsExactly("answers/t/twin.py");
    assertThat(listings.mistakes()).isEmpty();
  }

  @Test
  void newListingNeedsEvidence() throws IOException {
    Files.delete(listings.file("twin.py.json"));

    listings.run();

    assertThat(listings.mistakes()).containsExactly("twin.py:5:1: has no evidence: twin.py");
  }

  @Test
  void changedResultOfTheJavaProgramIsAMistakeEvenWhereNothingIsRun() throws IOException {
    Tensor other = new Tensor(ElementType.DOUBLE, new int[0], new double[] {0.3}, Tolerance.DOUBLE);
    Opinions opinions = off().with("twin.py", TWIN, Map.of("z", other)).run();

    assertThat(listings.mistakes())
        .containsExactly("twin.py:5:1: by its evidence, 'z' is 0.25 here, but 0.3 in Twin.java");
    assertThat(opinions.bySlug()).isEmpty();
  }

  @Test
  void failureOfAnotherKindIsAMistake() throws IOException {
    Path file = listings.file("twin.py.json");
    Files.writeString(file, Files.readString(file).replace("ValueError:", "TypeError:"));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.py:5:1: the failures were [TypeError] and are [ValueError]");
  }

  @Test
  void unreadableEvidenceIsTold() throws IOException {
    Files.writeString(listings.file("twin.py.json"), "{\"listing\": ");

    off().run();

    assertThat(listings.mistakes()).hasSize(1);
    assertThat(listings.mistakes().get(0))
        .startsWith("twin.py.json:1:1: the evidence can't be read: Unexpected end-of-input");
  }

  @Test
  void recordingWhatAgreesChangesNothing() throws IOException {
    Path file = listings.file("twin.py.json");
    String old = Files.readString(file).replaceFirst("\"20\\d\\d-", "\"2001-");
    Files.writeString(file, old);

    listings.record();

    assertThat(file).hasContent(old);
  }

  @Test
  void missingInterpreterIsNamedAndEvidenceStillSpeaks() throws IOException {
    listings.settings(listings.settings().python("/nowhere/python3"));

    Opinions opinions = listings.run();

    assertThat(listings.mistakes()).isEmpty();
    assertThat(opinions.notRun())
        .containsExactly("answers/t/twin.py (no Python at /nowhere/python3)");
    assertThat(opinions.run()).isZero();
    assertThat(opinions.agreeing()).isEqualTo(1);
  }

  @Test
  void missingInterpreterIsAMistakeWhereAllAreRequired() throws IOException {
    listings.settings(listings.settings().python("/nowhere/python3").mode(Mode.REQUIRED));

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly(
            "twin.py:5:1: twin.py can't be run: there is no Python at /nowhere/python3");
  }

  @Test
  void missingCompilerIsNamed() throws IOException {
    listings
        .settings(listings.settings().compiler("/nowhere/g++"))
        .with("other.cpp", "int main() {}\n");

    assertThat(listings.run().notRun())
        .containsExactly("answers/t/other.cpp (no C++ compiler at /nowhere/g++)");
  }

  private TestListings off() {
    return listings.settings(listings.settings().mode(Mode.OFF));
  }
}
