package answerbook.answer;

import answerbook.answer.outcome.JsonText;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeDrift;
import answerbook.answer.outcome.OutcomeJson;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds outcomes against the recorded results beside the programs, or records them. */
final class Acceptance {
  private static final String ACCEPT = "accept it with: mvn -Danswers.record";

  private final RunSettings settings;
  private final Diagnostics diagnostics;
  private boolean hasRecorded;

  Acceptance(RunSettings settings, Diagnostics diagnostics) {
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /**
   * What counts: the recorded results wherever the outcome agrees with them, so that all machines
   * publish the same.
   */
  Outcome settle(Recorded record, Outcome outcome) {
    Program program = record.program();
    Optional<OutcomeDrift> drift =
        record.file().flatMap(this::read).map(recorded -> new OutcomeDrift(recorded, outcome));
    Outcome settled = drift.map(OutcomeDrift::settled).orElse(outcome);
    List<OutcomeDrift.Change> changes = drift.map(OutcomeDrift::changes).orElse(List.of());
    if (settings.recording()) {
      if (drift.isEmpty() || !changes.isEmpty()) {
        Path file = settings.root().resolve(program.recordName());
        WholeFile.write(file, JsonText.pretty(OutcomeJson.write(settled)));
        hasRecorded = true;
      }
    } else if (record.file().isPresent()) {
      changes.forEach(change -> report(program, change));
    } else {
      String message = "no results of " + program.name() + " are recorded";
      diagnostics.error(program.source(), program.at(0), message, "look at them, then " + ACCEPT);
    }
    return settled;
  }

  /** Whether another record was written. */
  boolean hasRecorded() {
    return hasRecorded;
  }

  private void report(Program program, OutcomeDrift.Change change) {
    Position position = change.isOutput() ? program.firstPrint() : program.at(change.line());
    diagnostics.error(
        program.source(), position, change.message(), "if this is intended, " + ACCEPT);
  }

  /** The recorded outcome; empty if it can't be read. */
  private Optional<Outcome> read(SourceFile source) {
    try {
      return Optional.of(OutcomeJson.read(JsonText.parse(source.text())));
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      Position position =
          place == null ? Position.START : new Position(place.getLineNr(), place.getColumnNr());
      unreadable(source, position, e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      unreadable(source, Position.START, e.getMessage());
    }
    return Optional.empty();
  }

  private void unreadable(SourceFile source, Position position, String why) {
    if (!settings.recording()) {
      String message =
          "the recorded results can't be read: "
              + String.valueOf(why).lines().findFirst().orElse("");
      diagnostics.error(
          source, position, message, "restore the file, or record anew with: mvn -Danswers.record");
    }
  }
}
