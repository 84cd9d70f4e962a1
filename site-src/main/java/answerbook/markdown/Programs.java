package answerbook.markdown;

import answerbook.api.Result;
import answerbook.diagnostic.Nearest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The programs whose results a question may insert.
 *
 * @param own the name of the question's own program, whether it exists or not
 * @param byName the programs that exist and ran well
 * @param failed the programs that exist and did not run well, which was reported
 */
record Programs(String own, Map<String, ProgramResults> byName, Set<String> failed) {
  /** For text that has no programs, such as a topic's introduction. */
  static final Programs NONE = new Programs("", Map.of(), Set.of());

  /** A program; the empty name means the question's own. */
  ProgramResults program(String name) throws MistakeException {
    String wanted = name.isEmpty() ? own : name;
    ProgramResults program = byName.get(wanted);
    if (failed.contains(wanted)) {
      throw MistakeException.reported();
    }
    if (program == null && byName.isEmpty()) {
      throw new MistakeException(
          "there is no program here", "write " + wanted + ".java beside the other answers");
    }
    if (program == null) {
      String remedy = Nearest.remedy(wanted, byName.keySet(), "programs of this question");
      throw new MistakeException("there is no program '" + wanted + "'", remedy);
    }
    return program;
  }

  /** A result of a program. */
  Result result(String program, String name) throws MistakeException {
    ProgramResults results = program(program);
    Result result = results.results().get(name);
    if (result == null) {
      String remedy =
          Nearest.remedy(name, new TreeSet<>(results.results().keySet()), "results of the program");
      throw new MistakeException("the program shows no '" + name + "'", remedy);
    }
    return result;
  }

  /** Writes down the value that {@code text}, the inside of double braces, refers to. */
  String value(String text, Notation notation) throws MistakeException {
    ValueReference reference = ValueReference.parse(text);
    if (reference == null) {
      throw new MistakeException(
          "'" + text + "' refers to no value",
          "write {{name}}, {{name:%.3f}} or {{name[0]}}; in TeX, { {x} } for braces");
    }
    Result result = result(reference.program(), reference.name());
    return new ValueWriter(notation, reference.format()).write(result, reference.index());
  }
}
