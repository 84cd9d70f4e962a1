package answerbook.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A running Chromium with one window, and the server of the sites beside it. No name of a host
 * leads anywhere but to that server.
 */
final class Browser implements AutoCloseable {
  private static final int HEIGHT = 800;
  private static final String FILES = "file:///";

  private final ChromeDriver driver;
  private final Server server;

  private Browser(ChromeDriver driver, Server server) {
    this.driver = driver;
    this.server = server;
  }

  /** The server comes first: where there is nothing to serve, no browser is left running. */
  static Browser start(Installation installation) {
    Server server = Server.start();
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options =
        new ChromeOptions()
            .setBinary(installation.browser().toFile())
            .addArguments(ChromiumFlags.here());
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(installation.driver().toFile())
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options), server);
    browser.driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    browser.command("Network.setCacheDisabled", Map.of("cacheDisabled", true));
    browser.command(
        "Page.addScriptToEvaluateOnNewDocument", Map.of("source", resource("watch.js")));
    return browser;
  }

  /** Forgets what pages have stored, and what was asked of it: as if it had just been started. */
  void forget() {
    driver.get("about:blank");
    setOffline(false);
    command("Browser.setDownloadBehavior", Map.of("behavior", "default"));
    for (String origin : List.of(server.origin(), FILES)) {
      command("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
    }
  }

  /** Opens a page from the server, and waits until its fonts are there. */
  void open(SitePage page, View view) {
    openAddress(server.address(page), view);
  }

  /** Opens a page from another server. */
  void openAddress(String address) {
    openAddress(address, View.USUAL);
  }

  /** Opens a page from its file. */
  void openFile(SitePage page, View view) {
    openAddress(page.file().toUri().toString(), view);
  }

  /** Opens a file that is no page of a site. */
  void openFile(Path file, View view) {
    openAddress(file.toUri().toString(), view);
  }

  /** Opens a place within a page, as {@code #formula}. */
  void openAt(SitePage page, String fragment, View view) {
    openAddress(server.address(page) + fragment, view);
  }

  /** Shows the open page in another way; whether scripts run is decided when a page is opened. */
  void show(View view) {
    String scheme = view.theme().name().toLowerCase(Locale.ROOT);
    command(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "",
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"),
                Map.of(
                    "name", "forced-colors", "value", view.forcedColors() ? "active" : "none"))));
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", view.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows it in another width, and waits until the page's scripts have seen it too. */
  void showSettled(View view) {
    show(view);
    asyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
  }

  /** Takes the network away, or gives it back. */
  void setOffline(boolean offline) {
    command(
        "Network.emulateNetworkConditions",
        Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** Shows the open page as it would be printed. */
  void showPrinted() {
    command("Emulation.setEmulatedMedia", Map.of("media", "print"));
  }

  /** Opens or closes every answer, and everything else that opens, with or without scripts. */
  void setAnswersOpen(boolean open) {
    script("document.querySelectorAll('details').forEach(each => each.open = arguments[0])", open);
  }

  /**
   * What JavaScript returns that is run in the page: a {@code String}, {@code List}, {@code Map}.
   */
  Object script(String javascript, Object... arguments) {
    return driver.executeScript(javascript, arguments);
  }

  /** The same for JavaScript that calls its last argument when it has finished. */
  Object asyncScript(String javascript, Object... arguments) {
    return driver.executeAsyncScript(javascript, arguments);
  }

  /** A list of sentences that a script returns. */
  List<String> sentences(String javascript, Object... arguments) {
    return ((List<?>) script(javascript, arguments)).stream().map(String::valueOf).toList();
  }

  /** What drives the browser. */
  ChromeDriver driver() {
    return driver;
  }

  /** What has happened since the page was opened. */
  Happenings happenings() {
    return Happenings.of(
        driver.manage().logs().get(LogType.PERFORMANCE).getAll(),
        driver.manage().logs().get(LogType.BROWSER).getAll());
  }

  /** Where the server is, without a final slash. */
  String origin() {
    return server.origin();
  }

  /** A script beside these classes. */
  static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
    server.close();
  }

  private void openAddress(String address, View view) {
    driver.get("about:blank");
    happenings();
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !view.scripts()));
    show(view);
    driver.get(address);
    asyncScript("document.fonts.ready.then(arguments[0])");
  }

  void command(String name, Map<String, Object> arguments) {
    driver.executeCdpCommand(name, arguments);
  }
}
