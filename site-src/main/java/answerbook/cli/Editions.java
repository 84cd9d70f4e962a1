package answerbook.cli;

import answerbook.bake.Making.Download;
import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.RenderedBook;
import answerbook.print.Edition;
import answerbook.print.EditionPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the books on paper; those whose content, style and makers are as before are kept. */
final class Editions {
  private static final String FOLDER = "editions";

  private final EditionPrinter printer;
  private final Path cache;
  private int reused;

  Editions(BuildSettings settings, Book book, Diagnostics diagnostics) {
    this.printer = new EditionPrinter(settings.root(), book, diagnostics);
    this.cache = settings.target().resolve(FOLDER);
  }

  /** Puts all editions into the site; those that can't be made are missing. */
  List<Download> make(RenderedBook rendered, Path site) throws IOException {
    Files.createDirectories(cache);
    Files.createDirectories(site.resolve(FOLDER));
    List<Download> downloads = new ArrayList<>();
    for (Edition edition : Edition.all()) {
      Path made = made(rendered, edition);
      if (Files.exists(made)) {
        String address = FOLDER + "/" + edition.file();
        Files.copy(made, site.resolve(address));
        String form = "PDF, " + edition.paper().title();
        downloads.add(new Download(edition.kind().title(), form, address, Files.size(made)));
      }
    }
    return downloads;
  }

  /** How many were kept. */
  int reused() {
    return reused;
  }

  private Path made(RenderedBook rendered, Edition edition) throws IOException {
    Path file = cache.resolve(edition.file());
    Path keyFile = cache.resolve(edition.file() + ".key");
    EditionPrinter.Job job = printer.prepare(rendered, edition);
    if (Files.exists(file)
        && Files.exists(keyFile)
        && Files.readString(keyFile).equals(job.key())) {
      reused++;
      return file;
    }
    Files.deleteIfExists(keyFile);
    Files.deleteIfExists(file);
    job.print(file);
    if (Files.exists(file)) {
      Files.writeString(keyFile, job.key());
    }
    return file;
  }
}
