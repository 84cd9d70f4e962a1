package answerbook.answer.worker;

import answerbook.diagnostic.SourceFile;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which source may call which: it does if the other's class name occurs in it, be it only in a
 * comment.
 */
public final class SourceGraph {
  private static final Pattern IDENTIFIER =
      Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

  private final Map<String, SourceFile> sources = new TreeMap<>();
  private final Map<String, Set<String>> callees = new TreeMap<>();

  public SourceGraph(Collection<SourceFile> all) {
    all.forEach(source -> sources.putIfAbsent(className(source), source));
    sources.forEach((name, source) -> callees.put(name, mentioned(source)));
  }

  /** The class that a source file has to declare. */
  public static String className(SourceFile source) {
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    return name.endsWith(".java") ? name.substring(0, name.length() - ".java".length()) : name;
  }

  /** The source of a class. */
  SourceFile source(String className) {
    return sources.get(className);
  }

  /**
   * The sources that {@code classNames} need, these first of all included, in the order of their
   * class names.
   */
  public Set<SourceFile> closure(Collection<String> classNames) {
    Set<SourceFile> closure = new LinkedHashSet<>();
    for (String name : reached(classNames)) {
      closure.add(sources.get(name));
    }
    return closure;
  }

  /** Whether {@code className} needs one of {@code others}. */
  boolean needsAny(String className, Set<String> others) {
    Set<String> reached = reached(Set.of(className));
    return others.stream().anyMatch(reached::contains);
  }

  private Set<String> reached(Collection<String> classNames) {
    Set<String> reached = new TreeSet<>();
    classNames.forEach(name -> reach(name, reached));
    return reached;
  }

  private void reach(String name, Set<String> reached) {
    if (callees.containsKey(name) && reached.add(name)) {
      callees.get(name).forEach(callee -> reach(callee, reached));
    }
  }

  private Set<String> mentioned(SourceFile source) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = IDENTIFIER.matcher(source.text());
    while (matcher.find()) {
      if (sources.containsKey(matcher.group())) {
        names.add(matcher.group());
      }
    }
    return names;
  }
}
