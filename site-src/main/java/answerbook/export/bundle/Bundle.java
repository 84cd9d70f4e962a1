package answerbook.export.bundle;

import answerbook.export.Archive;
import answerbook.export.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The site as a zip, without other editions; unpacked, it is one folder that needs no server. */
public final class Bundle implements Edition {
  private static final String FOLDER = "answerbook/";

  private final Path site;

  /**
   * @param site the folder of the baked site, whose home page names no editions
   */
  public Bundle(Path site) {
    this.site = site;
  }

  @Override
  public String file() {
    return "site.zip";
  }

  @Override
  public String title() {
    return "This site, to be unpacked and read without a server";
  }

  @Override
  public String form() {
    return "ZIP";
  }

  @Override
  public Job prepare() throws IOException {
    Archive archive = new Archive();
    for (Path file : files()) {
      String name = site.relativize(file).toString().replace('\\', '/');
      if (!name.startsWith("editions/")) {
        archive.add(FOLDER + name, Files.readAllBytes(file));
      }
    }
    return archive;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(site)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
