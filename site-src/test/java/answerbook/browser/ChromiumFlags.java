package answerbook.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Chromium is started: alone, without a network, and with nothing that no test looks at. */
final class ChromiumFlags {
  /**
   * Ways to keep the pages of several sites and tabs apart, and the last one ready for a step back.
   * They cost a process for each page, which takes longer than most pages; no test goes back, and
   * what a page shows is the same. Nor does anybody see the tabs and buttons that {@code --kiosk}
   * leaves out, and that would be drawn anew while a page loads.
   */
  private static final List<String> OF_MANY_SITES =
      List.of(
          "IsolateOrigins",
          "site-per-process",
          "SpareRendererForSitePerProcess",
          "ProactivelySwapBrowsingInstance",
          "RenderDocument",
          "BackForwardCache",
          "PreloadTopChromeWebUI");

  private static final List<String> USUAL =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--in-process-gpu",
          "--disable-quic",
          "--disable-sync",
          "--disable-component-update",
          "--disable-background-networking",
          "--no-first-run",
          "--hide-scrollbars",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          "--kiosk",
          "--disable-site-isolation-trials",
          "--renderer-process-limit=1",
          "--disable-features=" + String.join(",", OF_MANY_SITES));

  /** Containers may have less shared memory than a browser needs; a disk in its place is slow. */
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  private static final long ENOUGH = 1L << 30;
  private static final String WITHOUT_SHARED_MEMORY = "--disable-dev-shm-usage";

  private ChromiumFlags() {}

  /** Those for this machine. */
  static List<String> here() {
    List<String> flags = new ArrayList<>(USUAL);
    if (!hasSharedMemory()) {
      flags.add(WITHOUT_SHARED_MEMORY);
    }
    return flags;
  }

  private static boolean hasSharedMemory() {
    try {
      return Files.isDirectory(SHARED_MEMORY)
          && Files.getFileStore(SHARED_MEMORY).getUsableSpace() > ENOUGH;
    } catch (IOException e) {
      return false;
    }
  }
}
