package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.Outcomes;
import answerbook.answer.outcome.Outcome;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.ProgramResults;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramsTest {
  private static final int ASKING = 2;

  @Test
  void outcomeIsReadOnceWhoeverAsks() {
    Path root = MiniBook.source("results");
    Diagnostics diagnostics = new Diagnostics();
    Book book = new ContentReader(root, diagnostics).read();
    AtomicInteger made = new AtomicInteger();
    CyclicBarrier together = new CyclicBarrier(ASKING);
    Outcomes outcomes =
        new Outcomes(
            Map.of("AllKinds", () -> slowly(made, together)), Map.of("AllKinds", "sum"), 0, 1);

    ProgramResults results =
        new Programs(root, book, diagnostics).results(outcomes).byName().get("AllKinds");
    Stream.generate(() -> CompletableFuture.supplyAsync(results::output))
        .limit(ASKING)
        .toList()
        .forEach(asked -> assertThat(asked.join()).isEqualTo("printed"));

    assertThat(made).hasValue(1);
  }

  /** Takes as long as the others need to ask too, if they get as far. */
  private static Outcome slowly(AtomicInteger made, CyclicBarrier together) {
    made.incrementAndGet();
    try {
      together.await(1, TimeUnit.SECONDS);
    } catch (Exception alone) {
      // Nobody else is here, as it should be.
    }
    return new Outcome(Map.of(), List.of(), "printed");
  }
}
