package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.Shown;
import answerbook.api.Text;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches the book from programs that make no mistake. */
final class OutcomeTest {
  @TempDir Path root;

  @Test
  void everythingThatIsShownCheckedAndPrinted() {
    TestBook book =
        new TestBook(root)
            .main(
                "Shows",
                """
        show("z", 1.5);
        show("f", 0.1f);
        show("n", 3L);
        show("b", true);
        show("t", "a \\"text\\"");
        show("v", new double[] {1, 2});
        show("m", new double[][] {{1, 2}, {3, 4}});
        table("tab").column("x").column("y", "%.1f").row(1, 0.5).row("two", true);
        plot("p", "A line.").x("t").line("l", 0, 1, t -> t * t);
        diagram("d", "A node.").neuron("a", "x_1");
        check("one is small", 1, below(2));
        System.out.println("Grüße, " + Helper.WORLD);
        System.err.println("not shown");
        System.out.printf("%.2f%n", 0.5);
        """)
            .shared(
                "Helper",
                "final class Helper {\n  static final String WORLD = new String(\"Welt\");\n}\n");

    Outcome outcome = book.record().of("Shows").orElseThrow();

    assertThat(book.mistakes()).isEmpty();
    assertThat(outcome.results())
        .containsOnlyKeys("z", "f", "n", "b", "t", "v", "m", "tab", "p", "d");
    assertThat(outcome.results().values())
        .extracting(Shown::line)
        .containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    assertThat(outcome.results().values())
        .extracting(shown -> shown.result().getClass().getSimpleName())
        .containsExactly(
            "Tensor", "Tensor", "Tensor", "Tensor", "Text", "Tensor", "Tensor", "Table", "Plot",
            "Diagram");
    assertThat(outcome.checks())
        .extracting(checked -> checked.line() + " " + checked.check().claim())
        .containsExactly("15 one is small");
    assertThat(outcome.output()).isEqualTo("Grüße, Welt\n0.50\n");
  }

  /** javac is given few jars at first. */
  @Test
  void programsMayCallWhatNd4jBringsAlong() {
    TestBook book =
        new TestBook(root)
            .main("Erf", "show(\"erf\", org.apache.commons.math3.special.Erf.erf(0.5));\n");

    Outcome outcome = book.record().of("Erf").orElseThrow();

    assertThat(book.mistakes()).isEmpty();
    assertThat(outcome.results()).containsOnlyKeys("erf");
  }

  @Test
  void programsDontSeeWhatOthersDidToTheJvm() {
    TestBook book =
        new TestBook(root)
            .main(
                "Breaks",
                """
            java.util.Locale.setDefault(java.util.Locale.GERMANY);
            java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
            System.setProperty("user.dir", "elsewhere");
            System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
            Helper.count++;
            show("out1", 1);
            """)
            .main(
                "Looks",
                """
            Helper.count++;
            show("count", Helper.count);
            show("locale", java.util.Locale.getDefault().toString() + String.format("%.1f", 0.5));
            show("zone", java.util.TimeZone.getDefault().getID());
            show("processors", Runtime.getRuntime().availableProcessors());
            show("charset", java.nio.charset.Charset.defaultCharset().name());
            show("input", System.in.read());
            show("dir", !"elsewhere".equals(System.getProperty("user.dir")));
            System.out.print("seen");
            """)
            .shared("Helper", "final class Helper {\n  static int count;\n}\n");

    Outcome outcome = book.record().of("Looks").orElseThrow();

    assertThat(values(outcome))
        .containsExactly(
            "INTEGER[][1.0]",
            "0.5",
            "UTC",
            "INTEGER[][1.0]",
            "UTF-8",
            "INTEGER[][-1.0]",
            "BOOLEAN[][1.0]");
    assertThat(outcome.output()).isEqualTo("seen");
  }

  @Test
  void nd4jStartsFromTheSameStateInEveryProgramAndItsNoiseIsDropped() {
    String body =
        """
        org.nd4j.linalg.factory.Nd4j.setDefaultDataTypes(
            org.nd4j.linalg.api.buffer.DataType.FLOAT, org.nd4j.linalg.api.buffer.DataType.FLOAT);
        show("out2", org.nd4j.linalg.factory.Nd4j.rand(3).toDoubleVector());
        var sd = org.nd4j.autodiff.samediff.SameDiff.create();
        var x = sd.constant(org.nd4j.linalg.factory.Nd4j.ones(2));
        show("out3", x.add(1).eval().toDoubleVector());
        System.out.println("mine");
        """;
    String type = "show(\"out1\", org.nd4j.linalg.factory.Nd4j.ones(2).dataType().name());\n";
    TestBook book = new TestBook(root).main("First", type + body).main("Second", type + body);

    Outcomes outcomes = book.record();

    assertThat(book.mistakes()).isEmpty();
    Outcome first = outcomes.of("First").orElseThrow();
    assertThat(values(first)).first().isEqualTo("DOUBLE");
    assertThat(values(outcomes.of("Second").orElseThrow())).isEqualTo(values(first));
    assertThat(first.output()).isEqualTo("mine\n");
  }

  private static List<String> values(Outcome outcome) {
    return outcome.results().values().stream()
        .map(
            shown -> shown.result() instanceof Text text ? text.value() : shown.result().toString())
        .toList();
  }
}
