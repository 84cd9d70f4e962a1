package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** A citation {@code [@glorot2010]} or a reference to a figure {@code [@plot:curves]}. */
public final class CitationNode extends Node {
  private final BasedSequence target;

  CitationNode(BasedSequence chars, BasedSequence target) {
    super(chars);
    this.target = target;
  }

  /** What stands after the at sign. */
  public BasedSequence target() {
    return target;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {target};
  }
}
