package answerbook.answer.worker;

import answerbook.diagnostic.Position;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Holds sources to what the book needs of them: no package, one top-level class, named after the
 * file, and in a program a main method. A second top-level class could clash with another file's,
 * but only on the days when both files are compiled.
 */
final class StructureCheck {
  private final Trees trees;
  private final SourceGraph graph;

  StructureCheck(JavacTask task, SourceGraph graph) {
    this.trees = Trees.instance(task);
    this.graph = graph;
  }

  /**
   * At most one failure a source.
   *
   * @param programs the classes that must have a main method
   */
  List<Failure> check(Iterable<? extends CompilationUnitTree> units, List<String> programs) {
    List<Failure> failures = new ArrayList<>();
    for (CompilationUnitTree unit : units) {
      checkClass(unit).or(() -> checkMain(unit, programs)).ifPresent(failures::add);
    }
    return failures;
  }

  private Optional<Failure> checkClass(CompilationUnitTree unit) {
    String name = className(unit);
    if (unit.getPackage() != null) {
      return failure(unit, unit.getPackage(), "a program has no package", "delete this line");
    }
    List<ClassTree> classes = classes(unit);
    if (classes.isEmpty()) {
      return failure(unit, unit, "the file declares no class", "declare: public class " + name);
    }
    Optional<ClassTree> own =
        classes.stream().filter(type -> type.getSimpleName().contentEquals(name)).findFirst();
    if (own.isEmpty()) {
      String message =
          "the class is named " + classes.get(0).getSimpleName() + ", its file " + name + ".java";
      return failure(unit, classes.get(0), message, "name the class " + name);
    }
    Optional<ClassTree> second = classes.stream().filter(type -> type != own.get()).findFirst();
    if (second.isPresent()) {
      String message = "a second class in the file: " + second.get().getSimpleName();
      return failure(
          unit,
          second.get(),
          message,
          "move it into " + name + " as a static class, or into a file of its own");
    }
    return Optional.empty();
  }

  private Optional<Failure> checkMain(CompilationUnitTree unit, List<String> programs) {
    ClassTree program = classes(unit).get(0);
    if (!programs.contains(className(unit))
        || program.getMembers().stream().anyMatch(StructureCheck::isMain)) {
      return Optional.empty();
    }
    String message = program.getSimpleName() + " has no main method";
    return failure(unit, program, message, "add: public static void main(String[] args)");
  }

  private static List<ClassTree> classes(CompilationUnitTree unit) {
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

  private Optional<Failure> failure(
      CompilationUnitTree unit, Tree tree, String message, String remedy) {
    long offset = trees.getSourcePositions().getStartPosition(unit, tree);
    String name = className(unit);
    Position position = offset < 0 ? Position.START : graph.source(name).position((int) offset);
    return Optional.of(new Failure(name, position.line(), position.column(), message, remedy));
  }

  private static String className(CompilationUnitTree unit) {
    return InMemorySource.className(unit.getSourceFile()).orElseThrow();
  }
}
