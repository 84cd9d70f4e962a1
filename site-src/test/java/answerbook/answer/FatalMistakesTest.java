package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes that no program after them could survive in the same JVM. */
@SuppressWarnings("StringConcatToTextBlock")
final class FatalMistakesTest {
  @TempDir Path root;

  @Test
  void eachIsOneDiagnosticAndTheOthersStillRun() {
    TestBook book = new TestBook(root);
    book.with(book.settings().timeout(Duration.ofSeconds(3)))
        .main("AFirst", "show(\"out1\", 1);")
        .main("Arrays", forever("Object", "org.nd4j.linalg.factory.Nd4j.ones(1 << 22)"))
        .main(
            "Crashes",
            "var field = Class.forName(\"sun.misc.Unsafe\").getDeclaredField(\"theUnsafe\");\n"
                + "field.setAccessible(true);\n"
                + "Object unsafe = field.get(null);\n"
                + "unsafe.getClass().getMethod(\"putAddress\", long.class,"
                + " long.class).invoke(unsafe, 0L, 0L);")
        .main("Deadlock", "Object lock = new Object();\nsynchronized (lock) {\n  lock.wait();\n}")
        .main("Exits", "show(\"out1\", 1);\nSystem.exit(3);")
        .main("Forever", "int i = 0;\nwhile (i >= 0) {\n  i = i == 5 ? 0 : i + 1;\n}")
        .main("Halts", "Runtime.getRuntime().halt(3);")
        .main("Heap", forever("long[]", "new long[1 << 20]"))
        .main(
            "Overflow",
            "show(\"out1\", depth(0));\n}\n\nstatic int depth(int n) {\n  return depth(n + 1) + 1;")
        .main(
            "Pool",
            "java.util.concurrent.Executors.newSingleThreadExecutor().submit(() -> 1).get();")
        .main(
            "Strays",
            "Thread stray = new Thread(() -> {\n"
                + "  while (true) {\n"
                + "    Thread.onSpinWait();\n"
                + "  }\n"
                + "});\n"
                + "stray.setDaemon(true);\n"
                + "stray.start();\n"
                + "show(\"out1\", 1);")
        .main("ZLast", "show(\"out1\", 2);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "Arrays.java:7:7: the memory for ND4J's arrays (192m) is exhausted",
            "Crashes.java:4:3: Crashes crashes the JVM",
            "Deadlock.java:7:7: Deadlock did not end within 3 s",
            "Exits.java:6:5: System.exit ends the JVM that all programs share",
            "Forever.java:7:7: Forever did not end within 3 s",
            "Halts.java:4:3: Halts halts the JVM",
            "Heap.java:7:7: the heap (192m) is exhausted",
            "Overflow.java:9:7: StackOverflowError: the recursion goes too deep",
            "Pool.java:4:3: Pool did not end within 3 s");
    assertThat(outcomes.byProgram()).containsOnlyKeys("AFirst", "Strays", "ZLast");
    assertThat(book.diagnostics()).allMatch(diagnostic -> !diagnostic.remedy().isEmpty());
  }

  private static String forever(String type, String value) {
    return "java.util.List<"
        + type
        + "> all = new java.util.ArrayList<>();\n"
        + "while (true) {\n  all.add("
        + value
        + ");\n}";
  }
}
