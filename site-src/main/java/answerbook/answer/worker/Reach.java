package answerbook.answer.worker;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * Holds a source to what a program may reach: no files, no network, no other processes. Who goes
 * around it by reflection meets the sandbox.
 */
final class Reach extends TreePathScanner<Void, Void> {
  private static final Set<String> PACKAGES =
      Set.of(
          "java.net",
          "java.net.http",
          "java.nio.channels",
          "java.nio.file",
          "java.util.jar",
          "java.util.zip",
          "javax.net",
          "javax.net.ssl");

  private static final Set<String> TYPES =
      Set.of(
          "java.io.File",
          "java.io.FileInputStream",
          "java.io.FileOutputStream",
          "java.io.FileReader",
          "java.io.FileWriter",
          "java.io.RandomAccessFile",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.util.logging.FileHandler");

  private static final Set<String> MEMBERS =
      Set.of(
          "java.lang.Runtime.exec",
          "java.lang.Runtime.load",
          "java.lang.Runtime.loadLibrary",
          "java.lang.System.load",
          "java.lang.System.loadLibrary");

  private final Trees trees;
  private Tree place;
  private String name;

  Reach(Trees trees) {
    this.trees = trees;
  }

  /** The first place in an analysed source that reaches too far. */
  Optional<Found> find(CompilationUnitTree unit) {
    place = null;
    scan(unit, null);
    return Optional.ofNullable(place).map(tree -> found(unit, tree));
  }

  /**
   * What reaches too far.
   *
   * @param offset where it stands in the source
   * @param name what it is, as {@code java.nio.file.Files}
   */
  record Found(int offset, String name) {}

  @Override
  public Void visitIdentifier(IdentifierTree node, Void nothing) {
    look(node);
    return super.visitIdentifier(node, null);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
    super.visitMemberSelect(node, null);
    look(node);
    return null;
  }

  private void look(Tree tree) {
    Element element = trees.getElement(getCurrentPath());
    if (place != null || element == null || isImplied(tree)) {
      return;
    }
    String full = fullName(element);
    if (TYPES.contains(full)
        || MEMBERS.contains(full)
        || (element instanceof TypeElement && PACKAGES.contains(packageOf(element)))) {
      place = tree;
      name = full;
    }
  }

  /** Whether javac has put it there, as the type that stands for {@code var}. */
  private boolean isImplied(Tree tree) {
    return start(getCurrentPath().getCompilationUnit(), tree) < 0;
  }

  private Found found(CompilationUnitTree unit, Tree tree) {
    return new Found(start(unit, tree), name);
  }

  private int start(CompilationUnitTree unit, Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(unit, tree);
  }

  private static String fullName(Element element) {
    if (element instanceof TypeElement type) {
      return type.getQualifiedName().toString();
    }
    return element.getEnclosingElement() instanceof TypeElement owner
        ? owner.getQualifiedName() + "." + element.getSimpleName()
        : "";
  }

  private static String packageOf(Element element) {
    Element outer = element;
    while (outer != null && !(outer instanceof PackageElement)) {
      outer = outer.getEnclosingElement();
    }
    return outer instanceof PackageElement found ? found.getQualifiedName().toString() : "";
  }
}
