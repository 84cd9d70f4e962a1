package answerbook.cli;

import answerbook.bake.Baker;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.export.Edition;
import answerbook.export.bundle.Bundle;
import answerbook.export.cards.Deck;
import answerbook.export.epub.Epub;
import answerbook.export.onefile.OneFile;
import answerbook.print.EditionPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The books to take away, in the order in which a reader is told of them. */
final class Catalogue {
  private final BuildSettings settings;
  private final Diagnostics diagnostics;

  Catalogue(BuildSettings settings, Diagnostics diagnostics) {
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /**
   * The editions that are wanted of a book.
   *
   * @param site the folder of its baked pages
   */
  List<Edition> of(WholeBook whole, Path site) {
    List<Edition> editions = new ArrayList<>();
    for (EditionKind kind : EditionKind.values()) {
      if (settings.editions().contains(kind)) {
        editions.addAll(of(kind, whole, site));
      }
    }
    return editions;
  }

  private List<? extends Edition> of(EditionKind kind, WholeBook whole, Path site) {
    return switch (kind) {
      case PDF -> printed(whole);
      case HTML -> oneFile(whole, site);
      case EPUB -> List.of(epub(whole));
      case CARDS -> List.of(deck(whole));
      case BUNDLE -> List.of(new Bundle(site));
    };
  }

  /** A book in one file is made from the page of the whole book, which a large book lacks. */
  private List<OneFile> oneFile(WholeBook whole, Path site) {
    long questions = whole.book().questions().count();
    if (questions <= Baker.MOST_ON_A_PAGE) {
      return List.of(new OneFile(settings.root(), site));
    }
    String message =
        "a book of " + questions + " questions is too large for one file of HTML; the most is ";
    diagnostics.error(
        whole.book().file(),
        Position.START,
        message + Baker.MOST_ON_A_PAGE,
        "leave html out of -Dsite.editions; the zip of the site holds the same");
    return List.of();
  }

  private List<PrintedEdition> printed(WholeBook whole) {
    EditionPrinter printer = new EditionPrinter(settings.root(), whole.book(), diagnostics);
    return answerbook.print.Edition.all().stream()
        .map(edition -> new PrintedEdition(printer, whole.rendered(), edition))
        .toList();
  }

  private Epub epub(WholeBook whole) {
    return new Epub(settings.root(), whole.book(), whole.rendered(), seconds(whole));
  }

  private Deck deck(WholeBook whole) {
    return new Deck(settings.root(), whole.book(), whole.rendered(), seconds(whole));
  }

  /** A book is as old as the commit that it was made of. */
  private static long seconds(WholeBook whole) {
    return whole.making().provenance().history().seconds();
  }
}
