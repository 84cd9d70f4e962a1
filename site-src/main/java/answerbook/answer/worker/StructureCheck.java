package answerbook.answer.worker;

import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Holds a source to what the book needs of it: no package, one top-level class, named after the
 * file, and in a program a main method. A second top-level class could clash with another file's,
 * but only on the days when both files are compiled.
 */
final class StructureCheck {
  private final CompilationUnitTree unit;
  private final Trees trees;
  private final SourceFile source;
  private final String name;

  /**
   * @param unit the parsed source
   * @param trees knows the positions in it
   * @param source its text
   */
  StructureCheck(CompilationUnitTree unit, Trees trees, SourceFile source) {
    this.unit = unit;
    this.trees = trees;
    this.source = source;
    this.name = SourceGraph.className(source);
  }

  /** The first failure, whatever the class is for. */
  Optional<Failure> checkClass() {
    if (unit.getPackage() != null) {
      return failure(unit.getPackage(), "a program has no package", "delete this line");
    }
    List<ClassTree> classes = classes();
    if (classes.isEmpty()) {
      return failure(unit, "the file declares no class", "declare: public class " + name);
    }
    Optional<ClassTree> own =
        classes.stream().filter(type -> type.getSimpleName().contentEquals(name)).findFirst();
    if (own.isEmpty()) {
      String message =
          "the class is named " + classes.get(0).getSimpleName() + ", its file " + name + ".java";
      return failure(classes.get(0), message, "name the class " + name);
    }
    Optional<ClassTree> second = classes.stream().filter(type -> type != own.get()).findFirst();
    return second.flatMap(
        type ->
            failure(
                type,
                "a second class in the file: " + type.getSimpleName(),
                "move it into " + name + " as a static class, or into a file of its own"));
  }

  /** The failure to have a main method; {@link #checkClass} has found none. */
  Optional<Failure> checkMain() {
    ClassTree program = classes().get(0);
    if (program.getMembers().stream().anyMatch(StructureCheck::isMain)) {
      return Optional.empty();
    }
    return failure(
        program, name + " has no main method", "add: public static void main(String[] args)");
  }

  private List<ClassTree> classes() {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .toList();
  }

  private static boolean isMain(Tree member) {
    return member instanceof MethodTree method
        && method.getName().contentEquals("main")
        && method.getModifiers().getFlags().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC))
        && method.getParameters().size() == 1
        && method
            .getParameters()
            .get(0)
            .getType()
            .toString()
            .matches("(java\\.lang\\.)?String(\\[\\]|\\.\\.\\.)");
  }

  private Optional<Failure> failure(Tree tree, String message, String remedy) {
    long offset = trees.getSourcePositions().getStartPosition(unit, tree);
    boolean whole = tree == unit || offset < 0;
    Position position = whole ? Position.START : source.position((int) offset);
    return Optional.of(new Failure(name, position.line(), position.column(), message, remedy));
  }
}
