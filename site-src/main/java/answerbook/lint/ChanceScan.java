package answerbook.lint;

import answerbook.diagnostic.SourceFile;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Finds calls in a program that give another result each time. */
final class ChanceScan extends TreeScanner<Void, Void> {
  /** A call and what to write instead. */
  record Finding(int offset, String call, String remedy) {}

  private static final String SEED = "use new java.util.Random(seed) with a seed of your choice";
  private static final String NO_CLOCK = "a program's results can't depend on the clock; remove it";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:.*\\.)?(?:nanoTime|currentTimeMillis)"
              + "|(?:.*\\.)?(?:Instant|Local\\w+|Zoned\\w+|Offset\\w+|Year\\w*|Clock)\\.now"
              + "|(?:.*\\.)?Calendar\\.getInstance");
  private static final Pattern CHANCE =
      Pattern.compile(
          "(?:.*\\.)?(?:(?:Strict)?Math\\.random|ThreadLocalRandom\\.current|UUID\\.randomUUID)");
  private static final Pattern ND4J =
      Pattern.compile("(?:.*\\.)?Nd4j\\.(?:rand\\w*|choice|getRandom)");

  private final CompilationUnitTree unit;
  private final Trees trees;
  private final boolean seedsNd4j;
  private final List<Finding> findings = new ArrayList<>();

  private ChanceScan(CompilationUnitTree unit, Trees trees, boolean seedsNd4j) {
    this.unit = unit;
    this.trees = trees;
    this.seedsNd4j = seedsNd4j;
  }

  /** All such calls, in the order of the text; a file that can't be parsed has none. */
  static List<Finding> of(SourceFile source) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    null,
                    diagnostic -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new Text(source)));
    try {
      List<Finding> all = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        boolean seeds = source.text().contains(".setSeed(");
        ChanceScan scan = new ChanceScan(unit, Trees.instance(task), seeds);
        scan.scan(unit, null);
        all.addAll(scan.findings);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse " + source.name(), e);
    }
  }

  @Override
  public Void visitNewClass(NewClassTree node, Void unused) {
    String type = node.getIdentifier().toString().replaceFirst(".*\\.", "");
    boolean bare = node.getArguments().isEmpty();
    if ((bare && type.matches("Random|SplittableRandom")) || type.equals("SecureRandom")) {
      find(node, "new " + type, SEED);
    } else if (bare && type.equals("Date")) {
      find(node, "new Date", NO_CLOCK);
    }
    return super.visitNewClass(node, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
    ExpressionTree called = node.getMethodSelect();
    String name = called.toString();
    if (CLOCK.matcher(name).matches()) {
      find(node, name, NO_CLOCK);
    } else if (CHANCE.matcher(name).matches()
        || (ND4J.matcher(name).matches() && !seedsNd4j)
        || (name.endsWith("Collections.shuffle") && node.getArguments().size() == 1)) {
      find(node, name, SEED);
    }
    return super.visitMethodInvocation(node, null);
  }

  private void find(Tree node, String call, String remedy) {
    int offset = (int) trees.getSourcePositions().getStartPosition(unit, node);
    findings.add(new Finding(offset, call, remedy));
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(SourceFile source) {
      super(URI.create("memory:///" + source.name()), JavaFileObject.Kind.SOURCE);
      this.text = source.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
