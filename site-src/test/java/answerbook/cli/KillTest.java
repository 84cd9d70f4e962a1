package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds of a small book are killed, as by {@code kill -9}, at random moments: the published site
 * is always the whole last one or the whole next one, and what caches hold never misleads the next
 * build. {@code -Dfaults.kills=200} says how often, {@code -Dfaults.seed} when.
 */
@SuppressWarnings("StringConcatToTextBlock")
class KillTest {
  private static final int KILLS = Integer.getInteger("faults.kills", 40);
  private static final long SEED = Long.getLong("faults.seed", 1);
  private static final int BUILT_TO_THE_END = 5;
  private static final Pattern STAGE = Pattern.compile("(?m)^  ([a-z]+) +\\S.* \\d+\\.\\d\\d s$");
  private static final String TEXT = "content/topic/hidden-unit.md";
  private static final String PROGRAM = "answers/topic/HiddenUnit.java";

  @TempDir private Path folder;

  private MiniBook book;
  private final String[] whole = new String[2];
  private long duration;

  @Test
  void killedBuildsLeaveAWholeSiteAndTrueCaches() throws IOException, InterruptedException {
    learnBothVersions();
    Random random = new Random(SEED);
    Map<String, Integer> stages = new TreeMap<>();
    for (int i = 0; i < KILLS; i++) {
      String before = SiteSum.of(book.site());
      int version = before.equals(whole[0]) ? 1 : 0;
      write(book, version);
      String stage = kill((long) (random.nextDouble() * 1.05 * duration));
      stages.merge(stage, 1, Integer::sum);

      assertThat(SiteSum.of(book.site()))
          .as("kill %d of seed %d, in %s", i, SEED, stage)
          .isIn(before, whole[version]);
      if (i % BUILT_TO_THE_END == BUILT_TO_THE_END - 1) {
        assertThat(book.build()).as("after kill %d: %s", i, book.output()).isTrue();
        assertThat(SiteSum.of(book.site())).as("after kill %d", i).isEqualTo(whole[version]);
      }
    }
    System.out.println(KILLS + " builds killed, by the stage that had ended last: " + stages);
    assertThat(book.build()).isTrue();
    assertThat(leftovers()).isEmpty();
  }

  /** Builds each version once, in a folder that nothing is killed in. */
  private void learnBothVersions() throws IOException, InterruptedException {
    for (int version = 0; version < 2; version++) {
      MiniBook undisturbed = MiniBook.copyOf("reading", folder.resolve("undisturbed-" + version));
      write(undisturbed, version);
      assertThat(undisturbed.build()).as(undisturbed.output()).isTrue();
      whole[version] = SiteSum.of(undisturbed.site());
    }
    assertThat(whole[0]).isNotEqualTo(whole[1]);
    book = MiniBook.copyOf("reading", folder.resolve("book"));
    write(book, 0);
    assertThat(process().waitFor()).as(log()).isZero();
    write(book, 1);
    long start = System.nanoTime();
    assertThat(process().waitFor()).as(log()).isZero();
    duration = System.nanoTime() - start;
  }

  /** A word of the text differs, and the program, so that it is run again. */
  private static void write(MiniBook book, int version) {
    Path source = MiniBook.source("reading");
    try {
      String text = Files.readString(source.resolve(TEXT));
      book.write(TEXT, text.replace("What is $z", version == 0 ? "What is $z" : "What was $z"));
      book.write(PROGRAM, Files.readString(source.resolve(PROGRAM)) + "// " + version + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Kills a build after a while; returns the stage that it had told last. */
  private String kill(long nanos) throws IOException, InterruptedException {
    Process process = process();
    boolean ended = process.waitFor(nanos, TimeUnit.NANOSECONDS);
    process.destroyForcibly().waitFor();
    if (ended) {
      assertThat(process.exitValue()).as(log()).isZero();
      return "the end";
    }
    String last = "nothing";
    Matcher stage = STAGE.matcher(log());
    while (stage.find()) {
      last = stage.group(1);
    }
    return last;
  }

  private Process process() throws IOException {
    List<String> command = ChildJvm.command();
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), UnlintedMain.class.getName()));
    return new ProcessBuilder(command)
        .directory(book.root().toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  /** What killed builds left in their folders and the next build should have cleared away. */
  private List<String> leftovers() throws IOException {
    Path target = book.root().resolve("target");
    try (Stream<Path> files = Files.walk(target)) {
      return files
          .map(file -> target.relativize(file).toString())
          .filter(name -> name.matches("site\\.(next|last)|answers/run\\w+|.*\\.tmp"))
          .toList();
    }
  }
}
