package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a program can't do, with the system's sandbox and without it: whoever is first to refuse,
 * the author reads the same. Time, heap, memory of arrays, exits and crashes are in {@link
 * FatalMistakesTest}.
 */
@SuppressWarnings("StringConcatToTextBlock")
final class LimitsTest {
  private static final String REFUSED =
      " a program has no files, no network and no other processes: ";

  @TempDir Path root;

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void whatReachesTooFarIsRefusedWhereItStands(Sandbox.Mode mode) {
    TestBook book =
        book(mode)
            .main("Execs", "Runtime.getRuntime().exec(new String[] {\"true\"});")
            .main("Fetches", "java.net.URI.create(\"http://127.0.0.1/\").toURL().openStream();")
            .main("Good", "show(\"out1\", Runtime.getRuntime().maxMemory() > 0);")
            .main("Reads", "new java.io.FileReader(\"/etc/passwd\").close();")
            .main(
                "Writes",
                "var path = java.nio.file.Path.of(\"x\");\njava.nio.file.Files.createFile(path);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "Execs.java:5:5:" + REFUSED + "java.lang.Runtime.exec",
            "Fetches.java:5:5:" + REFUSED + "java.net.URI",
            "Reads.java:5:9:" + REFUSED + "java.io.FileReader",
            "Writes.java:5:16:" + REFUSED + "java.nio.file.Path");
    assertThat(outcomes.byProgram()).containsOnlyKeys("Good");
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void everyWayToTheNetworkIsShut(Sandbox.Mode mode) {
    TestBook book =
        book(mode)
            .main("Asynchronous", call("java.nio.channels.AsynchronousSocketChannel", "open"))
            .main("Channel", call("java.nio.channels.SocketChannel", "open"))
            .main("Datagram", make("java.net.DatagramSocket"))
            .main("Http", call("java.net.http.HttpClient", "newHttpClient"))
            .main("Listens", make("java.net.ServerSocket"))
            .main(
                "Name",
                "Class.forName(\"java.net.InetAddress\").getMethod(\"getByName\", String.class)"
                    + ".invoke(null, \"example.org\");")
            .main(
                "Socket",
                "Class.forName(\"java.net.Socket\").getConstructor(String.class, int.class)"
                    + ".newInstance(\"127.0.0.1\", 80);")
            .main(
                "Url",
                "Object url = Class.forName(\"java.net.URL\").getConstructor(String.class)"
                    + ".newInstance(\"http://127.0.0.1/\");\n"
                    + "url.getClass().getMethod(\"openStream\").invoke(url);");

    book.record();

    assertThat(book.mistakes())
        .containsExactly(
            "Asynchronous.java:5:5: a program has no network",
            "Channel.java:5:5: a program has no network",
            "Datagram.java:5:5: a program has no network",
            "Http.java:5:5: a program has no network",
            "Listens.java:5:5: a program has no network",
            "Name.java:5:5: a program has no network",
            "Socket.java:5:5: a program has no network",
            "Url.java:6:5: a program has no network");
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void threadsFilesAndTheirSizeAreLimited(Sandbox.Mode mode) {
    TestBook book =
        book(mode)
            .main(
                "Files",
                "var stream = Class.forName(\"java.io.FileInputStream\").getConstructor(String.class);\n"
                    + "java.util.List<Object> all = new java.util.ArrayList<>();\n"
                    + "while (true) {\n  all.add(stream.newInstance(\"/dev/null\"));\n}")
            .main("Good", "show(\"out1\", 1);")
            .main(
                "Large",
                "var stream = (java.io.OutputStream) Class.forName(\"java.io.FileOutputStream\")"
                    + ".getConstructor(String.class).newInstance(\"large\");\n"
                    + "for (int i = 0; i < 300; i++) {\n  stream.write(new byte[1 << 20]);\n}")
            .main(
                "Threads",
                "for (int i = 0; i < 100; i++) {\n"
                    + "  new Thread(() -> java.util.concurrent.locks.LockSupport.parkNanos(1L << 40)).start();\n}\n"
                    + "Thread.sleep(20_000);");

    Outcomes outcomes = book.record();

    assertThat(book.mistakes())
        .satisfiesExactly(
            files -> assertThat(files).startsWith("Files.java:8:").contains("Too many open files"),
            large -> assertThat(large).startsWith("Large.java:7:").contains("File too large"),
            threads -> assertThat(threads).endsWith(": Threads has more than 64 threads"));
    assertThat(outcomes.byProgram()).containsOnlyKeys("Good");
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void eachFindsAnEmptyFolderThatIsThrownAway(Sandbox.Mode mode) {
    String list =
        "var here = Class.forName(\"java.io.File\").getConstructor(String.class).newInstance(\".\");\n"
            + "show(\"out1\", ((String[]) here.getClass().getMethod(\"list\").invoke(here)).length);\n"
            + "here.getClass().getMethod(\"createTempFile\", String.class, String.class)"
            + ".invoke(null, \"left\", \".txt\");\n"
            + "show(\"out2\", ((String[]) here.getClass().getMethod(\"list\").invoke(here)).length);";
    TestBook book = book(mode).main("First", list).main("Second", list);

    book.record();

    assertThat(book.mistakes()).isEmpty();
    for (String program : List.of("First", "Second")) {
      assertThat(book.read("answers/t/" + program + ".json"))
          .contains("\"out1\": 0", "\"out2\": 1");
    }
    assertThat(root.resolve("target/answers"))
        .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("run"));
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTO", "OFF"})
  void secretsOfTheUserAreNotHandedOn(Sandbox.Mode mode) {
    TestBook book =
        book(mode)
            .main(
                "Looks",
                "show(\"out1\", String.join(\" \", new java.util.TreeSet<>(System.getenv().keySet())));");

    book.record();

    assertThat(book.mistakes()).isEmpty();
    assertThat(book.read("answers/t/Looks.json"))
        .contains("OMP_NUM_THREADS")
        .doesNotContain("HOME");
  }

  private TestBook book(Sandbox.Mode mode) {
    TestBook book = new TestBook(root);
    return book.with(book.settings().timeout(Duration.ofSeconds(10)).sandbox(mode));
  }

  private static String call(String type, String method) {
    return "Class.forName(\"" + type + "\").getMethod(\"" + method + "\").invoke(null);";
  }

  private static String make(String type) {
    return "Class.forName(\"" + type + "\").getConstructor().newInstance();";
  }
}
