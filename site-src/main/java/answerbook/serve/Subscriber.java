package answerbook.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open page in a browser, which is told what is shown, by Server-Sent Events. */
final class Subscriber {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HEARTBEAT_SECONDS = 10;

  private final String address;
  private final LinkedBlockingQueue<State> states = new LinkedBlockingQueue<>();

  /**
   * @param address of the page
   */
  Subscriber(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  void tell(State state) {
    states.add(state);
  }

  /** Writes what it is told until the browser goes away. */
  void serve(OutputStream out) throws IOException, InterruptedException {
    write(out, "retry: 1000\n\n");
    while (true) {
      State state = states.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      for (State later = state; later != null; later = states.poll()) {
        state = later;
      }
      write(out, state == null ? ": still here\n\n" : "data: " + message(state) + "\n\n");
    }
  }

  private String message(State state) throws IOException {
    ObjectNode message = JSON.createObjectNode();
    Optional<byte[]> page = state.site().file(address);
    message.put("page", page.map(ServedPage::version).orElse(""));
    message.put("styles", state.styles());
    message.put("scripts", state.scripts());
    message.put("inThis", state.told().inThis());
    ArrayNode mistakes = message.putArray("mistakes");
    state
        .told()
        .mistakes()
        .forEach(
            mistake ->
                mistakes
                    .addObject()
                    .put(
                        "place",
                        mistake.source().name()
                            + ":"
                            + mistake.position().line()
                            + ":"
                            + mistake.position().column())
                    .put("message", mistake.message())
                    .put("line", mistake.source().line(mistake.position().line()))
                    .put("column", mistake.position().column())
                    .put("remedy", mistake.remedy()));
    return JSON.writeValueAsString(message);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
