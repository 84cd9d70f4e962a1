package answerbook.bake;

import answerbook.store.ContentSum;
import java.util.List;
import java.util.function.Supplier;

/**
 * A long text of a page, which is made when a template asks for it, and known before by the sum of
 * all that it is made of. Templates see it as any other text.
 */
final class Fragment {
  private final String sum;
  private final Supplier<String> text;

  /**
   * @param sources all that the text depends on
   */
  Fragment(List<String> sources, Supplier<String> text) {
    ContentSum all = new ContentSum();
    sources.forEach(all::text);
    this.sum = all.toString();
    this.text = text;
  }

  String sum() {
    return sum;
  }

  String text() {
    return text.get();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fragment fragment && fragment.sum.equals(sum);
  }

  @Override
  public int hashCode() {
    return sum.hashCode();
  }
}
