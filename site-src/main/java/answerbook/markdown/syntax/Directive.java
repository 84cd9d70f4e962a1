package answerbook.markdown.syntax;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * A block taken from a program: {@code {{plot:curves | The four curves.}}}. Its children are the
 * caption's.
 */
public final class Directive extends Block {
  private BasedSequence kind = BasedSequence.NULL;
  private BasedSequence argument = BasedSequence.NULL;
  private BasedSequence caption = BasedSequence.NULL;
  private boolean closed;

  /** code, plot, diagram, table or output. */
  public BasedSequence kind() {
    return kind;
  }

  /** What follows the colon; empty if nothing does. */
  public BasedSequence argument() {
    return argument;
  }

  /** The caption's Markdown; empty if there is none. */
  public BasedSequence caption() {
    return caption;
  }

  /** Whether the closing braces are there. */
  public boolean isClosed() {
    return closed;
  }

  /** The label by which text refers to it, as {@code plot:curves}. */
  public String label() {
    return kind + ":" + argument;
  }

  void close(BasedSequence inner, boolean hasEnd) {
    int bar = inner.indexOf('|');
    BasedSequence head = (bar < 0 ? inner : inner.subSequence(0, bar)).trim();
    int colon = head.indexOf(':');
    kind = (colon < 0 ? head : head.subSequence(0, colon)).trim();
    argument = colon < 0 ? head.subSequence(head.length()) : head.subSequence(colon + 1).trim();
    caption = bar < 0 ? inner.subSequence(inner.length()) : inner.subSequence(bar + 1).trim();
    closed = hasEnd;
  }

  @Override
  public BasedSequence[] getSegments() {
    return new BasedSequence[] {kind, argument, caption};
  }
}
