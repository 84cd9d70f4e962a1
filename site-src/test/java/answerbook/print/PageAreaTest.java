package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.print.PdfPages.Letter;
import answerbook.print.PdfPages.Page;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything stands within the margins, and nothing on anything else. */
@ParameterizedClass
@MethodSource("books")
class PageAreaTest {
  private static final double MM = 72 / 25.4;
  private static final double SIDE = 34 * MM;

  /** Where running heads end, and page numbers begin. */
  private static final double TOP = 24 * MM;

  private static final double BOTTOM = 27 * MM;
  private static final double SLACK = 1;

  private final PrintedPdf pdf;

  PageAreaTest(Path book) throws IOException {
    pdf = PrintedPdf.of(book);
  }

  static List<Path> books() {
    return PaperBooks.all();
  }

  @Test
  void nothingReachesIntoTheMargins() {
    List<String> outside = new ArrayList<>();
    for (Page page : pdf.pages()) {
      double right = page.width() - SIDE + SLACK;
      for (Letter letter : page.letters()) {
        boolean blank = letter.text().isBlank();
        if (!blank && (letter.box().getMinX() < SIDE - SLACK || letter.box().getMaxX() > right)) {
          outside.add("page " + page.number() + ": " + letter);
        }
      }
      for (Rectangle2D drawing : page.drawings()) {
        if (drawing.getMinX() < SIDE - SLACK - 3 || drawing.getMaxX() > right + 3) {
          outside.add("page " + page.number() + ": a drawing, " + drawing);
        }
      }
    }

    assertThat(outside).isEmpty();
  }

  @Test
  void bodyTextStaysClearOfHeadAndFoot() {
    for (Page page : pdf.pages()) {
      assertThat(page.letters())
          .as("page %s", page.number())
          .filteredOn(letter -> letter.content() >= 0 && !letter.text().isBlank())
          .allMatch(letter -> letter.box().getMinY() > TOP - SLACK)
          .allMatch(letter -> letter.baseline() < page.height() - BOTTOM + SLACK);
    }
  }

  @Test
  void boxesDoNotOverlap() {
    List<String> overlaps = new ArrayList<>();
    int boxes = 0;
    for (Page page : pdf.pages()) {
      List<Named> all = boxes(page);
      boxes += all.size();
      for (int i = 0; i < all.size(); i++) {
        for (int j = i + 1; j < all.size(); j++) {
          if (all.get(i).meets(all.get(j))) {
            overlaps.add("page " + page.number() + ": " + all.get(i) + " and " + all.get(j));
          }
        }
      }
    }

    assertThat(boxes).isGreaterThan(100);
    assertThat(overlaps).isEmpty();
  }

  /** The box of a word, or of a whole formula or figure. */
  private record Named(String name, Rectangle2D box) {
    boolean meets(Named other) {
      Rectangle2D both = box.createIntersection(other.box);
      return both.getWidth() > SLACK && both.getHeight() > SLACK;
    }
  }

  private static List<Named> boxes(Page page) {
    List<Named> boxes = new ArrayList<>();
    page.drawings().forEach(box -> boxes.add(new Named("a drawing", box)));
    Letter last = null;
    for (Letter letter : page.letters()) {
      if (letter.drawn() || letter.text().isBlank()) {
        last = null;
        continue;
      }
      Named word = last == null ? null : boxes.get(boxes.size() - 1);
      if (word != null && follows(letter, last)) {
        Rectangle2D box = word.box().createUnion(letter.box());
        boxes.set(boxes.size() - 1, new Named(word.name() + letter.text(), box));
      } else {
        boxes.add(new Named(letter.text(), letter.box()));
      }
      last = letter;
    }
    return boxes;
  }

  private static boolean follows(Letter letter, Letter last) {
    double gap = letter.box().getMinX() - last.box().getMaxX();
    return letter.baseline() == last.baseline() && Math.abs(gap) < letter.size() / 4;
  }
}
