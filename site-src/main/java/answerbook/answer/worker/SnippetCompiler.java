package answerbook.answer.worker;

import answerbook.diagnostic.Position;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles all sources of a job in one task. javac writes no class while any source has an error,
 * so sources with mistakes are left out and the others compiled again, until all is well.
 */
final class SnippetCompiler {
  /** Programs are written in the book's own language level, whatever the JDK. */
  private static final int RELEASE = 17;

  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-g",
          "-implicit:none",
          "-Xmaxerrs",
          "10000",
          "-Xmaxwarns",
          "10000",
          "-Xlint:all,-processing,-classfile,-path,-options");

  private final Job job;
  private final SourceGraph graph;
  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();

  SnippetCompiler(Job job) {
    this.job = job;
    this.graph = new SourceGraph(job.sources());
  }

  /**
   * Writes the classes; returns the mistakes, but not those that merely follow from another file's.
   */
  List<Failure> compile() throws IOException {
    Map<String, InMemorySource> sources = new LinkedHashMap<>();
    job.sources()
        .forEach(source -> sources.put(SourceGraph.className(source), new InMemorySource(source)));
    boolean isDone = sources.isEmpty() || pass(sources, CompilePath.usual()).isEmpty();
    return isDone ? List.of() : compileWhatCanBe(sources);
  }

  private List<Failure> compileWhatCanBe(Map<String, InMemorySource> sources) throws IOException {
    List<Failure> failures = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    Map<String, InMemorySource> remaining = new LinkedHashMap<>(sources);
    while (!remaining.isEmpty()) {
      Mistakes mistakes = pass(remaining, CompilePath.whole());
      if (mistakes.isEmpty()) {
        break;
      }
      for (String name : mistakes.classNames()) {
        if (!graph.needsAny(name, broken)) {
          failures.addAll(mistakes.of(name));
        }
        remaining.remove(name);
      }
      broken.addAll(mistakes.classNames());
    }
    return failures;
  }

  /** The JDK's own language level takes it no look into its descriptions of older ones. */
  private static List<String> options() {
    List<String> options = new ArrayList<>(OPTIONS);
    if (Runtime.version().feature() != RELEASE) {
      options.addAll(List.of("--release", String.valueOf(RELEASE)));
    }
    return options;
  }

  private Mistakes pass(Map<String, InMemorySource> sources, List<Path> classPath)
      throws IOException {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    Mistakes mistakes = new Mistakes(graph);
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(collector, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(job.classes()));
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  Writer.nullWriter(), files, collector, options(), null, sources.values());
      Iterable<? extends CompilationUnitTree> units = task.parse();
      mistakes.addSyntax(collector.getDiagnostics());
      if (mistakes.isEmpty()) {
        units.forEach(unit -> checkStructure(unit, Trees.instance(task)).ifPresent(mistakes::add));
      }
      if (mistakes.isEmpty()) {
        task.analyze();
        mistakes.addAll(collector.getDiagnostics());
      }
      if (mistakes.isEmpty()) {
        Reach reach = new Reach(Trees.instance(task));
        units.forEach(
            unit -> reach.find(unit).map(found -> tooFar(unit, found)).ifPresent(mistakes::add));
      }
      if (mistakes.isEmpty()) {
        task.generate();
        mistakes.addAll(collector.getDiagnostics());
      }
    }
    return mistakes;
  }

  private Failure tooFar(CompilationUnitTree unit, Reach.Found found) {
    String className = InMemorySource.className(unit.getSourceFile()).orElseThrow();
    Position position = graph.source(className).position(found.offset());
    return new Failure(
        className,
        position.line(),
        position.column(),
        "a program has no files, no network and no other processes: " + found.name(),
        "write the data into the program: it must give the same everywhere and always");
  }

  private Optional<Failure> checkStructure(CompilationUnitTree unit, Trees trees) {
    String name = InMemorySource.className(unit.getSourceFile()).orElseThrow();
    StructureCheck check = new StructureCheck(unit, trees, graph.source(name));
    return check
        .checkClass()
        .or(() -> job.programs().contains(name) ? check.checkMain() : Optional.empty());
  }
}
