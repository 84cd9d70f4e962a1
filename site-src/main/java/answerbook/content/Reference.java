package answerbook.content;

import java.util.List;

/**
 * A cited work.
 *
 * @param key how text cites it, as {@code glorot2010}
 * @param offset where its entry stands in the file
 * @param authors full names in the order of the work
 * @param venue where it appeared; empty if that is said by the link
 * @param link its permanent address
 * @param suffix tells it from others of the same authors and year: a, b, …; empty if there are none
 */
public record Reference(
    String key,
    int offset,
    List<String> authors,
    int year,
    String title,
    String venue,
    String link,
    String suffix) {
  public Reference {
    authors = List.copyOf(authors);
  }

  /** The year as text cites it: 2016, or 2016a. */
  public String citedYear() {
    return year + suffix;
  }

  Reference withSuffix(String newSuffix) {
    return new Reference(key, offset, authors, year, title, venue, link, newSuffix);
  }

  /** Family names as text cites them: "Glorot and Bengio", "Srivastava et al.". */
  public String citedAuthors() {
    List<String> families = authors.stream().map(Reference::family).toList();
    return switch (families.size()) {
      case 1 -> families.get(0);
      case 2 -> families.get(0) + " and " + families.get(1);
      default -> families.get(0) + " et al.";
    };
  }

  /** The last word, with the small words before it: "van Laarhoven". */
  private static String family(String name) {
    String[] words = name.strip().split(" +");
    int first = words.length - 1;
    while (first > 0 && Character.isLowerCase(words[first - 1].charAt(0))) {
      first--;
    }
    return String.join(" ", List.of(words).subList(first, words.length));
  }
}
