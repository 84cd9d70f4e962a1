package answerbook.print.formula;

import java.util.List;

/**
 * A formula laid out.
 *
 * @param tex its source
 * @param parts boxes between which a line may break; at least one
 */
public record Formula(String tex, List<Box> parts) {
  public Formula {
    parts = List.copyOf(parts);
  }

  /** All parts in one line. */
  public Box whole() {
    return Box.joined(parts);
  }
}
