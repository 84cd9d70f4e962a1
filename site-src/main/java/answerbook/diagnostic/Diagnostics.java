package answerbook.diagnostic;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Collects the mistakes of a run, from any thread; each is kept once, in the order of files and
 * lines.
 */
public final class Diagnostics {
  private final ConcurrentSkipListSet<Diagnostic> all = new ConcurrentSkipListSet<>();

  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  public void addAll(Collection<Diagnostic> diagnostics) {
    all.addAll(diagnostics);
  }

  public void error(SourceFile source, Position position, String message, String remedy) {
    add(new Diagnostic(source, position, message, remedy));
  }

  /** An error at an offset of the file's text. */
  public void error(SourceFile source, int offset, String message, String remedy) {
    error(source, source.position(offset), message, remedy);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public List<Diagnostic> all() {
    return List.copyOf(all);
  }
}
