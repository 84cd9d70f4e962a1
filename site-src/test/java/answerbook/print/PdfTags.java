package answerbook.print;

import answerbook.print.PdfPages.Letter;
import answerbook.print.PdfPages.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/** The tags of a PDF with the letters that they hold. */
final class PdfTags {
  /**
   * A tag with its letters, those of tags within it included.
   *
   * @param letters by the number of the page
   */
  record Tag(String type, String alternative, NavigableMap<Integer, List<Letter>> letters) {
    String text() {
      StringBuilder text = new StringBuilder();
      letters.values().forEach(all -> all.forEach(letter -> text.append(letter.text())));
      return text.toString();
    }

    @Override
    public String toString() {
      return type + " on " + letters.keySet() + ": " + text();
    }
  }

  private final Map<PDPage, Page> pages = new HashMap<>();
  private final Map<Page, Map<Integer, List<Letter>>> contents = new HashMap<>();
  private final List<Tag> tags = new ArrayList<>();

  private PdfTags(PDDocument pdf, List<Page> pages) {
    for (Page page : pages) {
      this.pages.put(pdf.getPage(page.number() - 1), page);
      Map<Integer, List<Letter>> byNumber = new HashMap<>();
      page.letters()
          .forEach(l -> byNumber.computeIfAbsent(l.content(), key -> new ArrayList<>()).add(l));
      contents.put(page, byNumber);
    }
  }

  /** All tags, each after those within it. */
  static List<Tag> of(PDDocument pdf, List<Page> pages) {
    PdfTags reader = new PdfTags(pdf, pages);
    reader.read(pdf.getDocumentCatalog().getStructureTreeRoot(), null);
    return reader.tags;
  }

  private NavigableMap<Integer, List<Letter>> read(PDStructureNode node, PDPage page) {
    NavigableMap<Integer, List<Letter>> letters = new TreeMap<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        PDPage own = element.getPage() == null ? page : element.getPage();
        read(element, own)
            .forEach(
                (number, all) ->
                    letters.computeIfAbsent(number, k -> new ArrayList<>()).addAll(all));
      } else if (kid instanceof Integer content) {
        take(letters, page, content);
      } else if (kid instanceof PDMarkedContentReference reference) {
        take(
            letters, reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
      }
    }
    if (node instanceof PDStructureElement element) {
      tags.add(new Tag(element.getStructureType(), element.getAlternateDescription(), letters));
    }
    return letters;
  }

  private void take(NavigableMap<Integer, List<Letter>> letters, PDPage page, int content) {
    Page there = pages.get(page);
    letters
        .computeIfAbsent(there.number(), key -> new ArrayList<>())
        .addAll(contents.get(there).getOrDefault(content, List.of()));
  }
}
