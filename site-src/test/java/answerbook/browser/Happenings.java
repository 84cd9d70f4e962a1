package answerbook.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.openqa.selenium.logging.LogEntry;

/**
 * What a browser did and said while a page was open.
 *
 * @param requests the addresses it asked for
 * @param errors what the console told as an error, exceptions and failed requests among them
 */
record Happenings(List<String> requests, List<String> errors) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Happenings of(List<LogEntry> performance, List<LogEntry> console) {
    List<String> requests = new ArrayList<>();
    for (LogEntry entry : performance) {
      JsonNode message = json(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        requests.add(message.path("params").path("request").path("url").asText());
      }
    }
    List<String> errors =
        console.stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(LogEntry::getMessage)
            .toList();
    return new Happenings(requests, errors);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
