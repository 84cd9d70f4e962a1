package answerbook.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the site to this machine alone. It listens on the loopback address and answers only who
 * asks for it by its own name, so that no page from elsewhere can read a draft through a name that
 * leads here.
 */
public final class PreviewServer implements AutoCloseable {
  /** The folder of what is the preview's own. */
  static final String OWN = "/-/";

  private static final String NOT_FOUND = "404.html";
  private static final String HTML = "text/html; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", HTML),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("xml", "application/xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("png", "image/png"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("woff2", "font/woff2"));

  static {
    // Or each event waits for the browser to acknowledge the one before.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(PreviewServer::thread);
  private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
  private volatile State state = new State(address -> Optional.empty(), "", "", State.Told.NOTHING);

  /**
   * Starts to serve.
   *
   * @param port where; if somebody else has it, or if it is 0, any that is free
   */
  public PreviewServer(int port) throws IOException {
    this.server = bind(port);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The address of the home page. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** What is shown. */
  public State state() {
    return state;
  }

  /** Shows something else, in open pages too. */
  public void show(State newState) {
    synchronized (subscribers) {
      state = newState;
      subscribers.forEach(subscriber -> subscriber.tell(newState));
    }
  }

  /** The addresses of the pages that are open in browsers. */
  public Set<String> openPages() {
    Set<String> open = new TreeSet<>();
    subscribers.forEach(subscriber -> open.add(subscriber.address()));
    return open;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    try {
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException taken) {
      return HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!isForUs(exchange)) {
        refuse(exchange, 403);
      } else if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        refuse(exchange, 405);
      } else if (path.equals(OWN + "events")) {
        subscribe(exchange);
      } else if (path.startsWith(OWN)) {
        own(exchange, path.substring(OWN.length()));
      } else {
        file(exchange, address(path));
      }
    }
  }

  /** Whether the browser believes to talk to this machine; a name that was bent to it is none. */
  private boolean isForUs(HttpExchange exchange) {
    String port = ":" + server.getAddress().getPort();
    String host = exchange.getRequestHeaders().getFirst("Host");
    return ("127.0.0.1" + port).equals(host) || ("localhost" + port).equals(host);
  }

  /** The address of the file that a path means. */
  private static String address(String path) {
    String address = path.substring(1);
    return address.isEmpty() || address.endsWith("/") ? address + "index.html" : address;
  }

  private void file(HttpExchange exchange, String address) throws IOException {
    Site site = state.site();
    Optional<byte[]> content = site.file(address);
    if (content.isPresent() && !address.endsWith(".html")) {
      String ending = address.substring(address.lastIndexOf('.') + 1);
      String type = TYPES.getOrDefault(ending, "application/octet-stream");
      send(exchange, new Answer(200, type, content.get()));
      return;
    }
    boolean isPage = content.isPresent() || !address.contains(".") || address.endsWith(".html");
    Optional<byte[]> page = content.or(() -> isPage ? site.file(NOT_FOUND) : Optional.empty());
    byte[] served =
        page.map(it -> new ServedPage(it).served(ServedPage.version(it), content.isPresent()))
            .orElseGet(ServedPage::empty);
    send(exchange, new Answer(content.isPresent() ? 200 : 404, HTML, served));
  }

  private void own(HttpExchange exchange, String name) throws IOException {
    try (InputStream in =
        name.matches("[a-z]+\\.(js|css)") ? getClass().getResourceAsStream(name) : null) {
      if (in == null) {
        refuse(exchange, 404);
      } else {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        send(exchange, new Answer(200, type, in.readAllBytes()));
      }
    }
  }

  private void subscribe(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String path = URLDecoder.decode(query.replaceFirst("^page=", ""), StandardCharsets.UTF_8);
    Subscriber subscriber = new Subscriber(address(path.startsWith("/") ? path : "/"));
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    synchronized (subscribers) {
      subscribers.add(subscriber);
      subscriber.tell(state);
    }
    try {
      subscriber.serve(exchange.getResponseBody());
    } catch (IOException gone) {
      // The page was closed.
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      subscribers.remove(subscriber);
    }
  }

  /** What is sent. */
  private record Answer(int status, String type, byte[] content) {}

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    int length = answer.content().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.content());
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** A thread that keeps no JVM alive. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "preview");
    thread.setDaemon(true);
    return thread;
  }
}
