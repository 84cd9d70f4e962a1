package answerbook.cli;

import answerbook.bake.Making.Example;
import answerbook.store.ByteReader;
import answerbook.store.ByteWriter;
import answerbook.store.EntryFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on the page of the author's reference, as an earlier process rendered it. */
final class KeptGuide {
  private static final String ENTRY = "guide";

  private final Optional<EntryFolder> folder;

  KeptGuide(Optional<EntryFolder> folder) {
    this.folder = folder;
  }

  /**
   * The examples of the page, rendered if they weren't before.
   *
   * @param sum of all that the page is made from
   */
  List<Example> examples(String sum, GuidePage page) {
    return folder
        .flatMap(it -> it.find(ENTRY))
        .map(entry -> read(new ByteReader(entry.first()), sum))
        .orElseGet(() -> made(sum, page));
  }

  private List<Example> made(String sum, GuidePage page) {
    List<Example> examples = page.examples();
    if (folder.isPresent() && page.isGood() && !examples.isEmpty()) {
      ByteWriter out = new ByteWriter().text(sum).number(examples.size());
      examples.forEach(each -> out.text(each.prose()).text(each.markdown()).text(each.html()));
      folder.get().put(ENTRY, List.of(out.bytes()));
    }
    return examples;
  }

  /** The examples; null if they are of something else. */
  private static List<Example> read(ByteReader in, String sum) {
    if (!in.text().equals(sum)) {
      return null;
    }
    List<Example> examples = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      examples.add(new Example(in.text(), in.text(), in.text()));
    }
    return examples;
  }
}
