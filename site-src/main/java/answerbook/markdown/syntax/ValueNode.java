package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** An inserted value: {@code {{out1}}} or {@code {{out1:%.3f}}}. */
public final class ValueNode extends Node {
  private final BasedSequence reference;

  ValueNode(BasedSequence chars, BasedSequence reference) {
    super(chars);
    this.reference = reference;
  }

  /** What stands between the braces. */
  public BasedSequence reference() {
    return reference;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {reference};
  }
}
