package answerbook.browser;

import answerbook.ForkFolder;
import answerbook.export.Edition;
import answerbook.export.bundle.Bundle;
import answerbook.export.onefile.OneFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A built site as books to take away.
 *
 * @param site its name
 * @param oneFile the whole book in one file
 * @param folder the unpacked bundle
 */
record Takeaway(String site, Path oneFile, Path folder) {
  private static final Path PROJECT = Path.of("").toAbsolutePath();

  /** Those of all sites. */
  static Stream<Takeaway> all() {
    return Made.ALL.stream();
  }

  /** That of the book itself. */
  static Stream<Takeaway> real() {
    return all().filter(each -> each.site.equals(Site.real().name()));
  }

  @Override
  public String toString() {
    return site;
  }

  /** Made when the first test asks for them. */
  private static final class Made {
    private static final List<Takeaway> ALL = Site.all().stream().map(Made::of).toList();

    private static Takeaway of(Site site) {
      Path folder = ForkFolder.of("takeaway/" + site.name());
      try {
        Files.createDirectories(folder);
        Path oneFile = made(new OneFile(PROJECT, site.folder()), folder);
        Path zip = made(new Bundle(site.folder()), folder);
        return new Takeaway(site.name(), oneFile, unpacked(zip, folder));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path made(Edition edition, Path folder) throws IOException {
      Path file = folder.resolve(edition.file());
      edition.prepare().make(file);
      return file;
    }

    private static Path unpacked(Path archive, Path folder) throws IOException {
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          Path file = folder.resolve(entry.getName());
          Files.createDirectories(file.getParent());
          Files.write(file, zip.readAllBytes());
        }
      }
      return folder.resolve("answerbook");
    }
  }
}
