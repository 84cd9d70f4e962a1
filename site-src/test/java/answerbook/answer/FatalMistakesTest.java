package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mistakes that take the worker with them: each is one diagnostic, and all other programs still
 * run.
 */
final class FatalMistakesTest {
  @TempDir Path root;

  @Test
  void eachIsOneDiagnosticAndTheOthersStillRun() {
    TestBook book =
        new TestBook(root)
            .main("AFirst", "show(\"out1\", 1);")
            .main(
                "Deadlock", "Object lock = new Object();\nsynchronized (lock) {\n  lock.wait();\n}")
            .main("Exits", "show(\"out1\", 1);\nSystem.exit(3);")
            .main("Forever", "int i = 0;\nwhile (i >= 0) {\n  i = i == 5 ? 0 : i + 1;\n}")
            .main("Halts", "Runtime.getRuntime().halt(3);")
            .main(
                "Heap",
                "java.util.List<long[]> all = new java.util.ArrayList<>();\nwhile (true) {\n  all.add(new long[1 << 20]);\n}")
            .main(
                "Overflow",
                "show(\"out1\", depth(0));\n}\n\nstatic int depth(int n) {\n  return depth(n + 1) + 1;")
            .main(
                "Strays",
                "Thread stray = new Thread(() -> {\n  while (true) {\n    Thread.onSpinWait();\n  }\n});\nstray.setDaemon(true);\nstray.start();\nshow(\"out1\", 1);")
            .main(
                "Threads",
                "Thread other = new Thread(() -> {\n  int[] one = new int[1];\n  one[1]++;\n});\nother.start();\nother.join();")
            .main(
                "OffHeap",
                "java.util.List<Object> all = new java.util.ArrayList<>();\nwhile (true) {\n  all.add(org.nd4j.linalg.factory.Nd4j.ones(1 << 22));\n}")
            .main("ZLast", "show(\"out1\", 2);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "Deadlock.java:7:7: Deadlock did not end within 2 s",
            "Exits.java:6:5: System.exit ends the JVM that all programs share",
            "Forever.java:7:7: Forever did not end within 2 s",
            "Halts.java:4:3: Halts halts the JVM with exit code 3",
            "Heap.java:7:7: the heap of 192m is exhausted",
            "OffHeap.java:7:7: the memory for ND4J's arrays is exhausted",
            "Overflow.java:9:7: StackOverflowError: the recursion goes too deep",
            "Threads.java:7:7: ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1");
    assertThat(outcomes.byProgram()).containsOnlyKeys("AFirst", "Strays", "ZLast");
  }
}
