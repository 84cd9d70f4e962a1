package answerbook.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.opinion.OpinionSettings.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python listings, really run: what they find, and what can go wrong, each in its place. */
final class PythonListingTest {
  @TempDir private Path root;
  private TestListings listings;

  @BeforeEach
  void needsPython() {
    TestListings.needs("/usr/bin/python3");
    listings = new TestListings(root);
  }

  @Test
  void agreementIsAnOpinion() throws IOException {
    listings.with(
        "twin.py",
        """
        print("z =", 0.25 + 2**-50)
        print(f"v = {[1.0, 2]}")
        print("n =", 3)
        print("of no interest: 7")
        """);

    Opinion opinion = TestListings.only(listings.record());

    assertThat(listings.mistakes()).isEmpty();
    assertThat(opinion.software()).matches("Python 3\\.\\d+\\.\\d+");
    assertThat(opinion.accuracy()).isEqualTo("1e-14");
    assertThat(opinion.values()).isEqualTo(3);
  }

  @Test
  void wrongConstantIsToldAtTheLineThatPrintsIt() throws IOException {
    listings.with(
        "twin.py",
        """
        # @start region="z"
        x = 0.26
        if x:
            print("z =", x)
        """);

    Opinions opinions = listings.record();

    assertThat(listings.mistakes())
        .containsExactly("twin.py:4:5: 'z' is 0.26 here, but 0.25 in Twin.java");
    assertThat(opinions.bySlug()).isEmpty();
    assertThat(listings.file("twin.py.json")).doesNotExist();
  }

  @Test
  void everyDifferenceIsTold() throws IOException {
    listings.with(
        "twin.py",
        """
        print("v =", [1, 2, 3])
        print("zz =", 0.25)
        print("word =", 3)
        print("n =", "three")
        """);

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly(
            "twin.py:1:1: 'v' has the shape [3] here, but [2] in Twin.java",
            "twin.py:2:1: Twin.java shows no 'zz' to compare with",
            "twin.py:3:1: 'word' is no number in Twin.java",
            "twin.py:4:1: the value printed as 'n' can't be read: 'three' is neither a number nor a list of numbers");
  }

  @Test
  void elementThatDiffersIsNamed() throws IOException {
    listings.with("twin.py", "print('v =', [1, 2.001])\n");

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.py:1:1: 'v' is 2.001 here, but 2 in Twin.java, first at element 1");
  }

  @Test
  void exceptionIsToldAtItsLine() throws IOException {
    listings.with(
        "twin.py",
        """
        print("z =", 0.25)

        def f(x):
            return 1 / x
        f(0)
        """);

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly("twin.py:4:5: ZeroDivisionError: division by zero");
  }

  @Test
  void syntaxErrorIsToldAtItsLine() throws IOException {
    listings.with("twin.py", "x = 1\ny = = 2\n");

    listings.run();

    assertThat(listings.mistakes()).containsExactly("twin.py:2:1: SyntaxError: invalid syntax");
  }

  @Test
  void exitCodeAndSignalAreTold() throws IOException {
    listings
        .with("a.py", "import sys\nprint('z =', 0.25)\nsys.exit(3)\n")
        .with(
            "b.py",
            "import os, signal\nprint('z =', 0.25)\nos.kill(os.getpid(), signal.SIGSEGV)\n");

    listings.run();

    assertThat(listings.mistakes())
        .containsExactly(
            "a.py:2:1: a.py ends with exit code 3", "b.py:3:1: b.py crashes with signal 11");
  }

  @Test
  void endlessLoopIsToldWhereItWas() throws IOException {
    listings
        .settings(listings.settings().limits(new Limits(Duration.ofSeconds(2), 4096)))
        .with("twin.py", "x = 0\nwhile True:\n    x = x + 1 if x < 5 else 0\n")
        .with("other.py", "print('n =', 3)\n");

    Opinions opinions = listings.record();

    assertThat(listings.mistakes()).hasSize(1);
    assertThat(listings.mistakes().get(0))
        .matches("twin\\.py:[23]:[15]: twin\\.py did not end within 2 s");
    assertThat(TestListings.only(opinions).file()).isEqualTo("other.py");
  }

  @Test
  void exhaustedMemoryIsTold() throws IOException {
    listings
        .settings(listings.settings().limits(new Limits(Duration.ofSeconds(20), 256)))
        .with("twin.py", "print('z =', 0.25)\nblock = b'x' * 10**9\n");

    listings.run();

    assertThat(listings.mistakes()).containsExactly("twin.py:2:1: twin.py needs more than 256 MB");
  }

  @Test
  void listingThatPrintsNoValueIsAMistake() throws IOException {
    listings.with("twin.py", "z = 0.25\nprint(z)\n");

    listings.run();

    assertThat(listings.mistakes()).containsExactly("twin.py:2:1: twin.py prints no value");
  }

  @Test
  void userSettingsAreNotSeen() throws IOException {
    listings.with(
        "twin.py",
        """
        import os, sys
        assert sys.flags.isolated and "JAVA_HOME" not in os.environ, os.environ
        assert os.environ["HOME"] == os.getcwd()
        print("n =", 3)
        """);

    listings.record();

    assertThat(listings.mistakes()).isEmpty();
  }
}
