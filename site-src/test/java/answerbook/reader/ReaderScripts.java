package answerbook.reader;

import answerbook.script.ScriptEngine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scripts of the site, run without a browser. Arguments and results go through JSON. */
final class ReaderScripts implements AutoCloseable {
  private static final Path FOLDER = Path.of("site-src/assets/js");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CALL =
      "globalThis.callByName = (name, json) => JSON.stringify("
          + "name.split('.').reduce((at, key) => at[key], globalThis)(...JSON.parse(json)) ?? null);";

  private final ScriptEngine engine;

  private ReaderScripts(List<String> sources) {
    this.engine = new ScriptEngine(() -> sources);
  }

  /** Loads scripts of the site by name, as {@code words}, and then {@code further} ones. */
  static ReaderScripts of(List<String> names, String... further) {
    List<String> sources = new ArrayList<>(List.of(CALL));
    for (String name : names) {
      try {
        sources.add(Files.readString(FOLDER.resolve(name + ".js")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    sources.addAll(List.of(further));
    return new ReaderScripts(sources);
  }

  /** Calls a function, as {@code answerbook.judge.judge}. */
  JsonNode call(String function, Object... arguments) {
    try {
      String json = JSON.writeValueAsString(arguments);
      return JSON.readTree(engine.call("callByName", function, json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
