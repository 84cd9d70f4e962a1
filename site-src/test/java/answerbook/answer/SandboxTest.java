package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import answerbook.ForkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the system's sandbox holds back from programs that have gone round the compiler's refusal by
 * reflection. Skipped where there is no sandbox, unless {@code -Danswers.sandbox=required}.
 */
@SuppressWarnings("StringConcatToTextBlock")
final class SandboxTest {
  private static final String FILES =
      "Class<?> path = Class.forName(\"java.nio.file.Path\");\n"
          + "java.lang.reflect.Method of = path.getMethod(\"of\", String.class, String[].class);\n"
          + "java.lang.reflect.Method read = Class.forName(\"java.nio.file.Files\").getMethod(\"readString\", path);\n"
          + "Class<?> options = Class.forName(\"[Ljava.nio.file.OpenOption;\");\n"
          + "java.lang.reflect.Method write = Class.forName(\"java.nio.file.Files\")\n"
          + "    .getMethod(\"writeString\", path, CharSequence.class, options);\n"
          + "Object none = java.lang.reflect.Array.newInstance(options.getComponentType(), 0);\n";

  @TempDir Path root;

  @BeforeEach
  void sandboxIsThere() {
    Sandbox.Mode wanted = Sandbox.Mode.of(System.getProperty("answers.sandbox", "auto"));
    Sandbox sandbox = Sandbox.of(wanted);
    assumeTrue(sandbox.isOn(), "Tests of the sandbox are skipped; it is " + sandbox.told());
  }

  @Test
  void nothingOutsideOfTheWorkingFolderCanBeWritten() throws IOException {
    Path kept = Files.writeString(root.resolve("kept.txt"), "kept");
    Path native_ = ForkFolder.of("natives");
    TestBook book =
        new TestBook(root)
            .main("Project", FILES + write(kept.toString()))
            .main("Temporary", FILES + write("/tmp/" + root.getFileName() + ".txt"))
            .main("Working", FILES + write("here.txt") + "show(\"out1\", 1);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .hasSize(2)
        .allMatch(mistake -> mistake.contains("Read-only file system"), "read-only")
        .anyMatch(mistake -> mistake.startsWith("Project.java:12:"))
        .anyMatch(mistake -> mistake.startsWith("Temporary.java:12:"));
    assertThat(outcomes.byProgram()).containsOnlyKeys("Working");
    assertThat(kept).hasContent("kept");
    assertThat(native_.resolve("here.txt")).doesNotExist();
  }

  @Test
  void whatLooksWritableBesidesKeepsNothing() {
    Path natives = ForkFolder.of("natives");
    TestBook book =
        new TestBook(root)
            .main("Natives", FILES + write(natives.resolve("left.txt").toString()))
            .main("Uses", "show(\"out1\", org.nd4j.linalg.factory.Nd4j.ones(2));");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes()).isEmpty();
    assertThat(outcomes.byProgram()).containsOnlyKeys("Natives", "Uses");
    assertThat(natives.resolve("left.txt")).doesNotExist();
  }

  @Test
  void theOnlyDeviceOfANetworkIsTheLoop() {
    TestBook book =
        new TestBook(root)
            .main(
                "Devices",
                FILES
                    + "String devices = (String) read.invoke(null, of.invoke(null, \"/proc/self/net/dev\", new String[0]));\n"
                    + "show(\"out1\", devices.lines().filter(line -> line.contains(\":\")).count());\n"
                    + "show(\"out2\", devices.contains(\"lo:\"));");

    book.record();

    assertThat(book.mistakes()).isEmpty();
    assertThat(book.read("answers/t/Devices.json")).contains("\"out1\": 1", "\"out2\": true");
  }

  @Test
  void resultsAreTheSameWithAndWithout() {
    TestBook book =
        new TestBook(root)
            .main(
                "Random",
                "show(\"out1\", org.nd4j.linalg.factory.Nd4j.rand(3, 3));\n"
                    + "show(\"out2\", Math.exp(0.1));\nSystem.out.println(1.0 / 3);");
    Outcomes with = book.record();
    String recorded = book.read("answers/t/Random.json");

    assertThat(List.of(book.run().run(), book.with(off(book)).run().run())).containsExactly(0, 0);

    book.with(off(book).cache(root.resolve("target/fresh")));
    Outcomes without = book.run();

    assertThat(without.run()).isEqualTo(1);
    assertThat(book.mistakes()).isEmpty();
    assertThat(without.all().toString()).isEqualTo(with.all().toString());
    assertThat(book.read("answers/t/Random.json")).isEqualTo(recorded);
  }

  private static RunSettings off(TestBook book) {
    return book.settings().sandbox(Sandbox.Mode.OFF);
  }

  private static String write(String file) {
    return "write.invoke(null, of.invoke(null, \""
        + file
        + "\", new String[0]), \"gone\", none);\n";
  }
}
