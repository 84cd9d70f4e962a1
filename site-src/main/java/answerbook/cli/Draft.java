package answerbook.cli;

import answerbook.bake.SitePages;
import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The folder in which the preview makes a site, to check it before it counts. */
final class Draft {
  private static final String NOTICES = "notices.txt";

  private final Path folder;
  private final Map<String, String> written = new HashMap<>();

  /** Takes away what is in {@code folder}. */
  Draft(Path folder) throws IOException {
    this.folder = folder;
    FolderTree.delete(folder);
    Files.createDirectories(folder);
  }

  Path folder() {
    return folder;
  }

  /** What pages load, by addresses. */
  Map<String, byte[]> assets() throws IOException {
    return LiveSite.read(folder.resolve("assets"), Set.of());
  }

  /** All files that are no pages, by addresses. */
  Map<String, byte[]> others() throws IOException {
    return LiveSite.read(folder, written.keySet());
  }

  /** Puts what pages load in the place of what they have loaded. */
  void copyAssets(SitePages pages) throws IOException {
    FolderTree.delete(folder.resolve("assets"));
    pages.copyAssets(folder);
  }

  /** Brings the pages up to date; whatever else is made anew is taken away. */
  void write(SitePages pages) throws IOException {
    written.keySet().retainAll(pages.addresses());
    for (String address : others().keySet()) {
      if (!address.startsWith("assets/") && !address.equals(NOTICES)) {
        Files.delete(folder.resolve(address));
      }
    }
    for (String address : pages.addresses()) {
      String text = pages.text(address).orElseThrow();
      if (!text.equals(written.get(address))) {
        Path file = folder.resolve(address);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        written.put(address, text);
      }
    }
  }
}
