package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in sources and in what they do at run time: each is one diagnostic at its own place. */
final class MistakesTest {
  @TempDir Path root;

  @Test
  void mistakesThatJavacFinds() {
    TestBook book =
        new TestBook(root)
            .main("Healthy", "show(\"out1\", 1);")
            .main("Import", "show(\"out1\", new Foo(new Bar()));")
            .main(
                "Symbol",
                "shw(\"out1\", 1);\nshow(\"out2\", x);\nshw(\"out3\", 1);\nshow(\"out4\", x);")
            .main("Syntax", "int i = (1 + ;\nint j = ];")
            .main("Type", "int i = 0.5;\nString s = 1;")
            .main(
                "Warning",
                "java.util.List<String> raw = new java.util.ArrayList();\nshow(\"out1\", raw.size());")
            .main("Newer", "show(\"out1\", java.util.List.of(1).getFirst());")
            .main("Tabs", "\tint i =\t\"\";")
            .main("Depends", "show(\"out1\", Broken.ONE);")
            .shared("Broken", "final class Broken {\n  static final int ONE = \"\";\n}\n");
    book.program(
        "Import",
        book.read("answers/t/Import.java")
            .replaceFirst("\n", "\nimport answerbook.nowhere.Foo;\nimport answerbook.api.Bar;\n"));

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "Broken.java:2:26: incompatible types: String cannot be converted to int",
            "Import.java:2:26: package answerbook.nowhere does not exist",
            "Import.java:3:22: cannot find symbol: class Bar",
            "Newer.java:5:38: cannot find symbol: method getFirst()",
            "Symbol.java:5:5: cannot find symbol: method shw(String,int)",
            "Symbol.java:6:18: cannot find symbol: variable x",
            "Syntax.java:5:18: illegal start of expression",
            "Tabs.java:5:14: incompatible types: String cannot be converted to int",
            "Type.java:5:13: incompatible types: possible lossy conversion from double to int",
            "Type.java:6:16: incompatible types: int cannot be converted to String",
            "Warning.java:5:47: found raw type: ArrayList missing type arguments for generic class ArrayList<E>");
    assertThat(outcomes.byProgram()).containsOnlyKeys("Healthy");
    assertThat(book.diagnostics())
        .extracting(Diagnostic::remedy)
        .doesNotContain("")
        .contains("did you mean 'show'?");
  }

  @Test
  void mistakesInStructure() {
    TestBook book =
        new TestBook(root)
            .program("Empty", "// nothing\n")
            .program("InPackage", "package p;\n\npublic class InPackage {}\n")
            .program(
                "Misnamed",
                "public class Other {\n  public static void main(String[] args) {}\n}\n")
            .program(
                "NoMain",
                "\n/** Does nothing. */\npublic class NoMain {\n  static void main() {}\n}\n")
            .program(
                "Second",
                "public class Second {\n  public static void main(String[] args) {}\n}\n\nclass Aside {}\n")
            .main("Healthy", "show(\"out1\", 1);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "Empty.java:1:1: the file declares no class",
            "InPackage.java:1:1: a program has no package",
            "Misnamed.java:1:1: the class is named Other, its file Misnamed.java",
            "NoMain.java:3:1: NoMain has no main method",
            "Second.java:5:1: a second class in the file: Aside");
    assertThat(outcomes.byProgram()).containsOnlyKeys("Healthy");
    assertThat(book.diagnostics()).allMatch(diagnostic -> !diagnostic.remedy().isEmpty());
  }

  @Test
  void mistakesAtRunTime() {
    TestBook book =
        new TestBook(root)
            .main("BadName", "show(\"1st\", 1);")
            .main(
                "Check",
                "check(\"one is small\", 1, below(0.5));\nshow(\"out1\", 1);\ncheck(\"never\", false);")
            .main(
                "Initializer",
                "show(\"out1\", Inner.VALUE);\n}\n\nstatic final class Inner {\n"
                    + "  static final int VALUE = Integer.parseInt(\"x\");\n\n  static void nothing() {}")
            .main(
                "Library",
                "show(\"out1\",\n    // a comment\n    java.util.Arrays.asList(1, 2)\n        .get(7));")
            .main("Lines", "throw new IllegalStateException(\"first\\n  second\\r\\nthird\");")
            .main(
                "Printer",
                "for (int i = 0; i < 10_000; i++) {\n  System.out.println(\"0123456789\");\n}")
            .main("Shared", "show(\"out1\", Helper.half(1));")
            .shared(
                "Helper",
                "final class Helper {\n  static int half(int n) {\n    return n / (n - 1);\n  }\n}\n")
            .main(
                "Threads",
                "Thread other = new Thread(() -> {\n  int[] one = new int[1];\n  one[1]++;\n});\n"
                    + "other.start();\nother.join();")
            .main("Throws", "int[] one = new int[1];\n\n  one[1]++;")
            .main("Twice", "show(\"out1\", 1);\nshow(\"out1\", 2);")
            .main("Healthy", "show(\"out1\", 1);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "BadName.java:5:5: name (1st) must start with a letter and hold only letters, digits, '_' and '-'",
            "Check.java:5:5: the check 'one is small' fails: 1.0 is not below 0.5",
            "Check.java:7:5: the check 'never' fails: it does not hold",
            "Initializer.java:9:7: NumberFormatException: For input string: \"x\"",
            "Library.java:8:13: ArrayIndexOutOfBoundsException: Index 7 out of bounds for length 2",
            "Lines.java:5:5: IllegalStateException: first second third",
            "Printer.java:6:7: Printer prints more than 64 KiB",
            "Shared.java:5:5: ArithmeticException: / by zero",
            "Threads.java:7:7: ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1",
            "Throws.java:7:7: ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1",
            "Twice.java:6:5: two results are named 'out1'; the first is shown in line 5");
    assertThat(outcomes.byProgram()).containsOnlyKeys("Healthy");
    assertThat(book.diagnostics())
        .extracting(Diagnostic::remedy)
        .doesNotContain("")
        .contains("thrown by Helper.half, which this line leads to");
  }
}
