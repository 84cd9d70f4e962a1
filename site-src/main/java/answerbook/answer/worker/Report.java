package answerbook.answer.worker;

import answerbook.answer.outcome.JsonText;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file that a worker appends to, one line an event, so that even a sudden death leaves what
 * came before.
 */
public final class Report {
  /**
   * How far a worker got.
   *
   * @param compiled whether all that can be compiled is
   * @param mistakes what can't be compiled
   * @param programs what was run, in order
   * @param done whether the worker has nothing left to do
   */
  public record Progress(
      boolean compiled, List<Failure> mistakes, List<Run> programs, boolean done) {}

  /**
   * What happened to one program.
   *
   * @param program its class
   * @param ended whether it came to an end; if not, it took the worker with it
   * @param failures its mistakes
   * @param outcome what it yielded, if it made no mistake
   */
  public record Run(
      String program, boolean ended, List<Failure> failures, Optional<Outcome> outcome) {}

  private static final String DONE = "done";

  private final Path file;

  Report(Path file) {
    this.file = file;
  }

  /** Says that all is compiled but what has mistakes; nothing runs before that. */
  void compiled(List<Failure> mistakes) {
    append(event("compiled", "").set("failures", json(mistakes)));
  }

  void started(String program) {
    append(event("started", program));
  }

  void failed(String program, List<Failure> failures) {
    append(event("failed", program).set("failures", json(failures)));
  }

  void succeeded(String program, Outcome outcome) {
    append(event("succeeded", program).set("outcome", OutcomeJson.writeWithLines(outcome)));
  }

  void done() {
    append(event(DONE, ""));
  }

  /**
   * Whether the last event so far says that the worker has nothing left to do. Only the end of the
   * file is read, since this is asked while hundreds of programs add to it.
   */
  public static boolean isDone(Path file) throws IOException {
    byte[] end = (JsonText.compact(event(DONE, "")) + "\n").getBytes(StandardCharsets.UTF_8);
    try (SeekableByteChannel in = Files.newByteChannel(file)) {
      in.position(Math.max(0, in.size() - end.length));
      return Arrays.equals(Channels.newInputStream(in).readAllBytes(), end);
    }
  }

  /** Reads the events up to the first incomplete line; {@code file} needn't exist. */
  public static Progress read(Path file) throws IOException {
    List<Failure> mistakes = new ArrayList<>();
    Map<String, Run> programs = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode event : events(file)) {
      String kind = event.required("event").textValue();
      seen.add(kind);
      List<Failure> failures = new ArrayList<>();
      event.path("failures").forEach(failure -> failures.add(Failure.of(failure)));
      if (kind.equals("compiled")) {
        mistakes.addAll(failures);
      } else if (!kind.equals(DONE)) {
        String program = event.required("program").textValue();
        Optional<Outcome> outcome =
            Optional.ofNullable(event.get("outcome")).map(OutcomeJson::read);
        programs.put(program, new Run(program, !kind.equals("started"), failures, outcome));
      }
    }
    return new Progress(
        seen.contains("compiled"), mistakes, List.copyOf(programs.values()), seen.contains(DONE));
  }

  private static List<JsonNode> events(Path file) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    String text = Files.exists(file) ? Files.readString(file) : "";
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      events.add(JsonText.parse(line));
    }
    return events;
  }

  private static ObjectNode event(String kind, String program) {
    return JsonNodeFactory.instance.objectNode().put("event", kind).put("program", program);
  }

  private static ArrayNode json(List<Failure> failures) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    failures.forEach(failure -> array.add(failure.json()));
    return array;
  }

  private synchronized void append(JsonNode event) {
    byte[] line = (JsonText.compact(event) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
