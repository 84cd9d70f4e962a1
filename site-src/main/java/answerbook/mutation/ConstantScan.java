package answerbook.mutation;

import answerbook.diagnostic.SourceFile;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds the constants of a program that its results should hang on. Seeds are left out, since a
 * result that hangs on them is none, and so are the bounds of checks and the tolerances of results.
 * So is a number after a comment that starts with the word "any", as in "any epoch".
 */
final class ConstantScan extends TreeScanner<Void, Void> {
  private static final Set<String> BOUNDS =
      Set.of("within", "absolutely", "below", "above", "between", "near", "tolerance", "setSeed");
  private static final Pattern ANY = Pattern.compile("/\\* any\\b[^*]*\\*/\\s*$");
  private static final String DECIMAL =
      "(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d+)(?:[eE][+-]?\\d+)?[lLfFdD]?";

  private final SourceFile source;
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final List<Constant> constants = new ArrayList<>();

  private ConstantScan(SourceFile source, CompilationUnitTree unit, Trees trees) {
    this.source = source;
    this.unit = unit;
    this.trees = trees;
  }

  /** The constants in the order of the text; none where the source can't be parsed. */
  static List<Constant> of(SourceFile source) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    null,
                    mistake -> {},
                    List.of("-proc:none"),
                    null,
                    List.of(new Text(source)));
    List<Constant> all = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        ConstantScan scan = new ConstantScan(source, unit, Trees.instance(task));
        scan.scan(unit, null);
        all.addAll(scan.constants);
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot parse " + source.name(), e);
    }
  }

  @Override
  public Void visitAnnotation(AnnotationTree node, Void unused) {
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree node, Void unused) {
    boolean random = node.getIdentifier().toString().matches("(?:.*\\.)?(?:Splittable)?Random");
    return random ? null : super.visitNewClass(node, null);
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
    String name = node.getMethodSelect().toString().replaceFirst(".*\\.", "");
    if (name.equals("near") && !node.getArguments().isEmpty()) {
      return scan(node.getArguments().get(0), null);
    }
    return BOUNDS.contains(name)
        ? scan(node.getMethodSelect(), null)
        : super.visitMethodInvocation(node, null);
  }

  @Override
  public Void visitLiteral(LiteralTree node, Void unused) {
    if (node.getValue() instanceof Number) {
      int start = (int) trees.getSourcePositions().getStartPosition(unit, node);
      int end = (int) trees.getSourcePositions().getEndPosition(unit, node);
      String text = source.text().substring(start, end);
      if (text.matches(DECIMAL) && !ANY.matcher(source.text().substring(0, start)).find()) {
        constants.add(new Constant(start, text));
      }
    }
    return null;
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
