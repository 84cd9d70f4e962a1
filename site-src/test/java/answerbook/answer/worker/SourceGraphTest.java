package answerbook.answer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SourceGraphTest {
  private final SourceGraph graph =
      new SourceGraph(
          List.of(
              source("A", "B.call();"),
              source("B", "new C().call(); // and A"),
              source("C", "int Bc, xA, A_;"),
              source("D", "String s = \"A\";")));

  @Test
  void closureFollowsClassNamesThroughCyclesInOrder() {
    assertThat(graph.closure(List.of("B", "A")))
        .extracting(SourceGraph::className)
        .containsExactly("A", "B", "C");
    assertThat(graph.closure(Set.of("C"))).extracting(SourceGraph::className).containsExactly("C");
    assertThat(graph.closure(Set.of("D")))
        .extracting(SourceGraph::className)
        .containsExactly("A", "B", "C", "D");
    assertThat(graph.closure(Set.of("Unknown"))).isEmpty();
  }

  @Test
  void needsAnyIsTransitive() {
    assertThat(graph.needsAny("D", Set.of("C"))).isTrue();
    assertThat(graph.needsAny("C", Set.of("A", "B", "D"))).isFalse();
  }

  private static SourceFile source(String name, String text) {
    return new SourceFile("answers/t/" + name + ".java", text);
  }
}
