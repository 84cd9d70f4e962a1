package answerbook.export.onefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The pages of a baked site as trees.
 *
 * @param site its folder
 */
record Pages(Path site) {
  Document read(String address) throws IOException {
    Document page = Jsoup.parse(Files.readString(site.resolve(address)));
    page.outputSettings().prettyPrint(false);
    return page;
  }
}
