package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.outcome.Outcome;
import answerbook.api.Tensor;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker that stands by keeps programs apart as a fresh one does, and gives way where it can't.
 */
final class StandingWorkerTest {
  /** In a sandbox every worker has the same number, so they are told apart by when they began. */
  private static final String PROCESS =
      "show(\"process\", "
          + "java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime());\n";

  /** Shows whatever a program before it might have changed. */
  private static final String LOOK_AROUND =
      """
      show("property", String.valueOf(System.getProperty("left.over")));
      show("locale", java.util.Locale.getDefault().toString());
      show("zone", java.util.TimeZone.getDefault().getID());
      show("handler", String.valueOf(Thread.getDefaultUncaughtExceptionHandler()));
      show("count", Shared.count++);
      show("type", org.nd4j.linalg.factory.Nd4j.dataType().name());
      show("random", org.nd4j.linalg.factory.Nd4j.rand(1).getDouble(0));
      System.out.println("seen");
      """;

  private static final String MAKE_A_MESS =
      """
      System.setProperty("left.over", "here");
      java.util.Locale.setDefault(java.util.Locale.GERMANY);
      java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone("Asia/Tokyo"));
      Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
      Shared.count = 17;
      org.nd4j.linalg.factory.Nd4j.setDefaultDataTypes(
          org.nd4j.linalg.api.buffer.DataType.FLOAT, org.nd4j.linalg.api.buffer.DataType.FLOAT);
      org.nd4j.linalg.factory.Nd4j.getRandom().setSeed(7);
      System.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));
      """;

  @TempDir Path root;
  private TestBook book;
  private Workbench bench;

  @BeforeEach
  void open() {
    book = new TestBook(root);
    bench = new Workbench(book.settings());
    book.on(bench).shared("Shared", "public class Shared {\n  public static int count = 0;\n}\n");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void programFindsWhatItFindsInAFreshWorker() {
    long first = process(book.main("Mess", PROCESS + MAKE_A_MESS).record(), "Mess");
    Outcome standing = look(PROCESS + LOOK_AROUND);
    assertThat(number(standing)).isEqualTo(first);

    book.on(new Workbench()).settingsOfCache("fresh");
    Outcome fresh = look(PROCESS + LOOK_AROUND);

    assertThat(number(fresh)).isNotEqualTo(first);
    assertThat(fresh.results().keySet()).isEqualTo(standing.results().keySet());
    fresh.results().keySet().stream()
        .filter(name -> !name.equals("process"))
        .forEach(name -> assertThat(text(standing, name)).as(name).isEqualTo(text(fresh, name)));
    assertThat(standing.output()).isEqualTo(fresh.output()).isEqualTo("seen\n");
  }

  @Test
  void workerThatCannotBeCleanedIsReplaced() {
    long first = process(book.main("Look", PROCESS).record(), "Look");

    long second =
        process(
            book.main(
                    "Look",
                    PROCESS + "org.nd4j.linalg.factory.Nd4j.getEnvironment().setDebug(true);")
                .record(),
            "Look");
    long third = process(book.main("Look", PROCESS + "// again").record(), "Look");
    book.main("Exits", "System.exit(3);").record();
    long fourth = process(book.without("Exits").main("Look", PROCESS + "// anew").record(), "Look");

    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(second);
    assertThat(fourth).isNotEqualTo(third);
  }

  @Test
  void workerOutlivesTheThreadThatPreparedIt() throws InterruptedException {
    Thread preparing = new Thread(bench::prepare);
    preparing.start();
    preparing.join();
    long prepared = System.currentTimeMillis();

    long started = process(book.main("Look", PROCESS).record(), "Look");

    assertThat(started).isLessThan(prepared);
  }

  @Test
  void mistakeLeavesTheWorkerAsItIs() {
    long first = process(book.main("Look", PROCESS).record(), "Look");
    book.main("Look", "show(\"process\", 1").run();
    assertThat(book.mistakes()).singleElement().asString().startsWith("Look.java:5:");

    long second = process(book.main("Look", PROCESS + "// mended").record(), "Look");

    assertThat(second).isEqualTo(first);
  }

  private Outcome look(String body) {
    return book.without("Mess").main("Look", body).record().of("Look").orElseThrow();
  }

  private static long process(Outcomes outcomes, String program) {
    return number(outcomes.of(program).orElseThrow());
  }

  private static long number(Outcome outcome) {
    return (long) ((Tensor) outcome.results().get("process").result()).values()[0];
  }

  private static String text(Outcome outcome, String name) {
    return answerbook.answer.outcome.JsonText.compact(
        answerbook.answer.outcome.OutcomeJson.write(outcome).get("results").get(name));
  }
}
