package answerbook.cli;

import answerbook.bake.Making.Download;
import answerbook.export.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the books to take away; those whose content, style and makers are as before are kept. */
final class Editions {
  private static final String FOLDER = "editions";

  private final Path cache;
  private int reused;

  /**
   * @param target where what was made is kept from build to build
   */
  Editions(Path target) {
    this.cache = target.resolve(FOLDER);
  }

  /**
   * Puts editions into the site; those that can't be made are missing.
   *
   * @throws IOException if a file can't be read or written
   */
  List<Download> make(List<Edition> editions, Path site) throws IOException {
    Files.createDirectories(cache);
    Files.createDirectories(site.resolve(FOLDER));
    List<Download> downloads = new ArrayList<>();
    for (Edition edition : editions) {
      Path made = made(edition);
      if (Files.exists(made)) {
        String address = FOLDER + "/" + edition.file();
        Files.copy(made, site.resolve(address));
        downloads.add(new Download(edition.title(), edition.form(), address, Files.size(made)));
      }
    }
    return downloads;
  }

  /** How many were kept. */
  int reused() {
    return reused;
  }

  private Path made(Edition edition) throws IOException {
    Path file = cache.resolve(edition.file());
    Path keyFile = cache.resolve(edition.file() + ".key");
    Edition.Job job = edition.prepare();
    String key = job.key();
    if (Files.exists(file) && Files.exists(keyFile) && Files.readString(keyFile).equals(key)) {
      reused++;
      return file;
    }
    Files.deleteIfExists(keyFile);
    Files.deleteIfExists(file);
    job.make(file);
    if (Files.exists(file)) {
      Files.writeString(keyFile, key);
    }
    return file;
  }
}
