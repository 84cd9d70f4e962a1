package answerbook.answer.worker;

import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What is wrong in the sources of one compilation, cleared of what javac only says in consequence.
 */
final class Mistakes {
  private final SourceGraph graph;
  private final Map<String, List<Failure>> byClass = new TreeMap<>();

  Mistakes(SourceGraph graph) {
    this.graph = graph;
  }

  boolean isEmpty() {
    return byClass.isEmpty();
  }

  Set<String> classNames() {
    return byClass.keySet();
  }

  List<Failure> of(String className) {
    return byClass.get(className);
  }

  void add(Failure failure) {
    byClass.computeIfAbsent(failure.className(), name -> new ArrayList<>()).add(failure);
  }

  /**
   * Of syntax errors only a file's first is to be trusted: what follows is the parser looking for
   * its way.
   */
  void addSyntax(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    Set<String> seen = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : mistakes(diagnostics)) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR && seen.add(className(diagnostic))) {
        add(failure(diagnostic));
      }
    }
  }

  /**
   * Adds each distinct message once; where imports fail, only these, since all that needs them
   * fails too.
   */
  void addAll(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    Map<String, List<Diagnostic<? extends JavaFileObject>>> grouped = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : mistakes(diagnostics)) {
      grouped.computeIfAbsent(className(diagnostic), name -> new ArrayList<>()).add(diagnostic);
    }
    for (List<Diagnostic<? extends JavaFileObject>> ofOne : grouped.values()) {
      boolean importsFail = ofOne.stream().anyMatch(this::isInImport);
      Set<String> seen = new HashSet<>();
      ofOne.stream()
          .filter(diagnostic -> !importsFail || isInImport(diagnostic))
          .map(this::failure)
          .filter(failure -> seen.add(failure.message()))
          .forEach(this::add);
    }
  }

  private static List<Diagnostic<? extends JavaFileObject>> mistakes(
      List<Diagnostic<? extends JavaFileObject>> all) {
    return all.stream()
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .filter(
            one ->
                InMemorySource.className(one.getSource()).isPresent()
                    && one.getKind() != Diagnostic.Kind.NOTE)
        .toList();
  }

  private SourceFile source(Diagnostic<? extends JavaFileObject> diagnostic) {
    return graph.source(className(diagnostic));
  }

  private static String className(Diagnostic<? extends JavaFileObject> diagnostic) {
    return InMemorySource.className(diagnostic.getSource()).orElseThrow();
  }

  private boolean isInImport(Diagnostic<? extends JavaFileObject> diagnostic) {
    return source(diagnostic)
        .line((int) diagnostic.getLineNumber())
        .stripLeading()
        .startsWith("import ");
  }

  private Failure failure(Diagnostic<? extends JavaFileObject> diagnostic) {
    Position position = Position.START;
    if (diagnostic.getPosition() != Diagnostic.NOPOS) {
      position = source(diagnostic).position((int) diagnostic.getPosition());
    }
    boolean warning = diagnostic.getKind() != Diagnostic.Kind.ERROR;
    String message = wording(diagnostic.getMessage(Locale.ROOT));
    String remedy =
        warning
            ? "programs compile without warnings"
            : "correct it; the other programs are not affected";
    return new Failure(className(diagnostic), position.line(), position.column(), message, remedy);
  }

  /** javac's message in one line: where a symbol was looked for is clear from the place. */
  private static String wording(String message) {
    return FailureWording.oneLine(message.replaceAll("\\R\\s*location:.*", ""))
        .replaceFirst("^cannot find symbol symbol: +", "cannot find symbol: ");
  }
}
