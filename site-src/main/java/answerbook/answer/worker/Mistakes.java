package answerbook.answer.worker;

import answerbook.api.Snippet;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What is wrong in the sources of one compilation, cleared of what javac only says in consequence.
 */
final class Mistakes {
  private static final Pattern UNKNOWN_METHOD =
      Pattern.compile("^cannot find symbol: method (\\w+)\\(");
  private static final String SPELLING = "check the spelling and the imports";

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
   * Adds each distinct message once, and one a line: others come along. Where imports fail, only
   * these are added, since all that needs them fails too.
   */
  void addAll(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    Map<String, List<Diagnostic<? extends JavaFileObject>>> grouped = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : mistakes(diagnostics)) {
      grouped.computeIfAbsent(className(diagnostic), name -> new ArrayList<>()).add(diagnostic);
    }
    for (List<Diagnostic<? extends JavaFileObject>> ofOne : grouped.values()) {
      boolean importsFail = ofOne.stream().anyMatch(this::isInImport);
      Set<String> messages = new HashSet<>();
      Set<Integer> lines = new HashSet<>();
      ofOne.stream()
          .filter(diagnostic -> !importsFail || isInImport(diagnostic))
          .map(this::failure)
          .filter(failure -> isFirst(failure, messages, lines))
          .forEach(this::add);
    }
  }

  /** Whether neither the message nor the line was there before; both are noted. */
  private static boolean isFirst(Failure failure, Set<String> messages, Set<Integer> lines) {
    boolean newMessage = messages.add(failure.message());
    boolean newLine = lines.add(failure.line());
    return newMessage && newLine;
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
    String remedy = warning ? "programs must compile without warnings" : remedy(message);
    return new Failure(className(diagnostic), position.line(), position.column(), message, remedy);
  }

  private static String remedy(String message) {
    Matcher unknown = UNKNOWN_METHOD.matcher(message);
    if (unknown.find()) {
      return Nearest.to(unknown.group(1), apiMethods())
          .map(name -> "did you mean '" + name + "'?")
          .orElse(SPELLING);
    }
    return message.startsWith("cannot find symbol")
        ? SPELLING
        : "correct the program: javac rejects it";
  }

  private static Set<String> apiMethods() {
    return Arrays.stream(Snippet.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * javac's message in one line with short class names; where a symbol was looked for is clear from
   * the place.
   */
  private static String wording(String message) {
    String shortened =
        message
            .replaceAll("\\R\\s*location:.*", "")
            .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    return FailureWording.oneLine(shortened)
        .replaceFirst("^cannot find symbol symbol: ", "cannot find symbol: ");
  }
}
