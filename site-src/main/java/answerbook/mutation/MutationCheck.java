package answerbook.mutation;

import answerbook.answer.Program;
import answerbook.answer.Rehearsal;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeDrift;
import answerbook.code.ClassNames;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes the constants of a program, one at a time, and tells which nobody notices: no compiler,
 * no check, no recorded result.
 *
 * <p>First each is nudged. What that leaves unnoticed, such as the step of a difference quotient,
 * is overthrown in several ways; only a constant that may be anything is a mistake.
 */
public final class MutationCheck {
  /**
   * What became of a program's constants.
   *
   * @param constants how many there are
   * @param robust how many may be nudged, but not overthrown
   * @param idle how many may be anything
   */
  public record Tally(int constants, int robust, int idle) {
    /** This and another one together. */
    public Tally plus(Tally other) {
      return new Tally(constants + other.constants, robust + other.robust, idle + other.idle);
    }
  }

  private final Rehearsal rehearsal;
  private final Collection<SourceFile> sources;
  private final Diagnostics diagnostics;

  /**
   * @param sources all of {@code answers/}
   */
  public MutationCheck(
      Rehearsal rehearsal, Collection<SourceFile> sources, Diagnostics diagnostics) {
    this.rehearsal = rehearsal;
    this.sources = List.copyOf(sources);
    this.diagnostics = diagnostics;
  }

  /**
   * Checks one program.
   *
   * @param recorded what it yields unchanged
   * @throws IOException if nothing can be run
   */
  public Tally check(Program program, Outcome recorded) throws IOException {
    List<Constant> all = ConstantScan.of(program.source());
    Map<Constant, List<String>> nudges = new LinkedHashMap<>();
    all.forEach(constant -> nudges.put(constant, List.of(constant.nudged())));
    List<Constant> robust = unnoticed(program, recorded, nudges);
    Map<Constant, List<String>> upheavals = new LinkedHashMap<>();
    robust.forEach(constant -> upheavals.put(constant, constant.overthrown()));
    List<Constant> idle = unnoticed(program, recorded, upheavals);
    idle.forEach(constant -> report(program, constant));
    return new Tally(all.size(), robust.size() - idle.size(), idle.size());
  }

  /** The constants none of whose replacements is noticed. */
  private List<Constant> unnoticed(
      Program program, Outcome recorded, Map<Constant, List<String>> replacements)
      throws IOException {
    List<SourceFile> mutants = new ArrayList<>(sources);
    List<String> names = new ArrayList<>();
    Map<String, Constant> constantOf = new LinkedHashMap<>();
    replacements.forEach(
        (constant, texts) -> {
          for (String text : texts) {
            String name = program.name() + "Mutant" + names.size();
            mutants.add(mutant(program, constant, text, name));
            names.add(name);
            constantOf.put(name, constant);
          }
        });
    List<Constant> unnoticed = new ArrayList<>(replacements.keySet());
    Map<String, Outcome> outcomes = names.isEmpty() ? Map.of() : rehearsal.run(mutants, names);
    for (String name : names) {
      Outcome outcome = outcomes.get(name);
      if (outcome == null || !new OutcomeDrift(recorded, outcome).changes().isEmpty()) {
        unnoticed.remove(constantOf.get(name));
      }
    }
    return unnoticed;
  }

  /** The program under another name, with one constant replaced. */
  private static SourceFile mutant(
      Program program, Constant constant, String replacement, String name) {
    String text = program.source().text();
    int end = constant.offset() + constant.text().length();
    String mutated = text.substring(0, constant.offset()) + replacement + text.substring(end);
    return new SourceFile(
        program.source().name().replaceFirst("[^/]+$", name + ".java"),
        ClassNames.renamed(mutated, program.name(), name));
  }

  private void report(Program program, Constant constant) {
    diagnostics.error(
        program.source(),
        constant.offset(),
        "nothing notices when " + constant.text() + " is changed, whatever it becomes",
        "show or check a result that hangs on it, or remove it");
  }
}
