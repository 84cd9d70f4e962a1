package answerbook.lint;

import answerbook.content.Reference;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.Manuscript.Kind;
import java.util.HashSet;
import java.util.Set;

/** A work in the bibliography that no text cites. */
final class BibliographyLint implements Lint {
  @Override
  public boolean comparesParts() {
    return true;
  }

  @Override
  public boolean needsGoodBook() {
    return true;
  }

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Set<String> cited = new HashSet<>();
    book.facts().values().forEach(facts -> cited.addAll(facts.targets(Kind.CITATION)));
    for (Reference reference : book.book().references().values()) {
      if (!cited.contains(reference.key())) {
        diagnostics.error(
            book.book().bibliography(),
            reference.offset(),
            "no text cites '" + reference.key() + "'",
            "cite it with [@" + reference.key() + "] where it is the source, or remove the entry");
      }
    }
  }
}
