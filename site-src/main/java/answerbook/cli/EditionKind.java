package answerbook.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Kinds of books to take away. */
public enum EditionKind {
  /** Books on paper. */
  PDF,
  /** The whole book in one file, for a browser. */
  HTML,
  /** The book for readers of books. */
  EPUB,
  /** A deck of flash cards for Anki. */
  CARDS,
  /** The site as a zip. */
  BUNDLE;

  /** No kind. */
  public static final Set<EditionKind> NONE = Set.of();

  /** Every kind. */
  public static final Set<EditionKind> ALL = EnumSet.allOf(EditionKind.class);

  /**
   * The kinds by the value of {@code -Dsite.editions}: {@code true} for all, {@code false} or
   * nothing for none, or their names with commas between them.
   *
   * @throws IllegalArgumentException if there is no kind of a name; the message tells all names
   */
  public static Set<EditionKind> of(String value) {
    return switch (value) {
      case "true" -> ALL;
      case "false", "" -> NONE;
      default -> {
        Set<EditionKind> kinds = EnumSet.noneOf(EditionKind.class);
        for (String name : value.split(",", -1)) {
          kinds.add(named(name.strip()));
        }
        yield kinds;
      }
    };
  }

  private static EditionKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "-Dsite.editions: there are no editions '"
                        + name
                        + "'; there are "
                        + String.join(
                            ", ", Arrays.stream(values()).map(EditionKind::word).toList())));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
