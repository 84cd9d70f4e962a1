package answerbook.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Serves the sites on this machine, each in a folder of its name as on GitHub Pages. Each answer
 * takes a while, as on a phone, so that a text is found out that moves when a font arrives.
 */
final class Server implements AutoCloseable {
  private static final long LATENCY_MS = 60;
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css",
          "js", "text/javascript",
          "json", "application/json",
          "svg", "image/svg+xml",
          "xml", "application/xml",
          "woff2", "font/woff2");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private Server(HttpServer server) {
    this.server = server;
  }

  static Server start() {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Server server = new Server(HttpServer.create(address, 0));
      for (Site site : Site.all()) {
        server.server.createContext(
            "/" + site.name() + "/", exchange -> answer(site.folder(), exchange));
      }
      server.server.setExecutor(server.threads);
      server.server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address(SitePage page) {
    return origin() + "/" + page.site() + "/" + page.path();
  }

  String origin() {
    return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(Path folder, HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String within = path.substring(path.indexOf('/', 1) + 1);
      Path file = folder.resolve(within).normalize();
      if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String ending = within.substring(within.lastIndexOf('.') + 1);
      TimeUnit.MILLISECONDS.sleep(LATENCY_MS);
      byte[] bytes = Files.readAllBytes(file);
      String type = TYPES.getOrDefault(ending, "application/octet-stream");
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
