package answerbook.opinion;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evidence beside one listing: read, held against what is so now, and recorded. */
final class EvidenceShelf {
  private static final String ACCEPT = "mvn -Danswers.record -Dsecond-opinions";

  private final OpinionSettings settings;
  private final Listing listing;
  private final Diagnostics diagnostics;
  private final Path file;

  EvidenceShelf(OpinionSettings settings, Listing listing, Diagnostics diagnostics) {
    this.settings = settings;
    this.listing = listing;
    this.diagnostics = diagnostics;
    this.file = settings.root().resolve(listing.evidenceName());
  }

  /** The evidence of the listing as its text is now; empty if there is none. */
  Optional<Evidence> current() {
    return read().filter(evidence -> evidence.listing().equals(listing.hash()));
  }

  /**
   * The opinion that follows from evidence; a mistake if the Java program says otherwise by now.
   */
  Optional<Opinion> opinion(Evidence evidence) {
    Diagnostics differences = new Diagnostics();
    Comparison comparison = new Comparison(listing, differences).of(evidence.printed().values());
    if (!comparison.agrees()) {
      differences
          .all()
          .forEach(
              difference ->
                  diagnostics.error(
                      difference.source(),
                      difference.position(),
                      "by its evidence, " + difference.message(),
                      "correct one of the two, then run " + ACCEPT));
      return Optional.empty();
    }
    return Optional.of(
        new Opinion(
            listing.fileName(),
            software(evidence.versions()),
            accuracy(comparison.deviation()),
            evidence.printed().values().size(),
            evidence.recorded(),
            evidence.printed().failuresInShort()));
  }

  /**
   * The evidence that counts after a run whose values agree with the Java program: what is
   * recorded, if it says the same of the same text. If not, that is a mistake, or recorded now.
   */
  Optional<Evidence> settle(Printed printed, Map<String, String> versions) throws IOException {
    Evidence now =
        new Evidence(listing.hash(), OpinionSettings.today().toString(), versions, printed);
    Optional<Evidence> before = read();
    if (settings.recording()) {
      Optional<Evidence> same =
          before.filter(it -> sameOutcome(it, now) && it.versions().equals(versions));
      if (same.isEmpty()) {
        Files.writeString(file, now.write());
      }
      return same.or(() -> Optional.of(now));
    }
    if (before.isPresent() && sameOutcome(before.get(), now)) {
      return before;
    }
    diagnostics.error(
        listing.source(),
        listing.start(),
        before.map(it -> difference(it, now)).orElse("has no evidence: " + listing.fileName()),
        "look at it, then accept it with: " + ACCEPT);
    return Optional.empty();
  }

  private static boolean sameOutcome(Evidence before, Evidence now) {
    return before.listing().equals(now.listing())
        && before.printed().values().keySet().equals(now.printed().values().keySet())
        && before.printed().failureKinds().equals(now.printed().failureKinds());
  }

  private String difference(Evidence before, Evidence now) {
    if (!before.listing().equals(now.listing())) {
      return listing.fileName() + " was changed since its evidence of " + before.recorded();
    }
    List<String> kinds = before.printed().failureKinds();
    return before.printed().values().keySet().equals(now.printed().values().keySet())
        ? "the failures were " + kinds + " and are " + now.printed().failureKinds()
        : "the names of the printed values were "
            + before.printed().values().keySet()
            + " and are "
            + now.printed().values().keySet();
  }

  private Optional<Evidence> read() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    SourceFile source = SourceFile.read(settings.root(), file);
    try {
      return Optional.of(Evidence.read(source.text()));
    } catch (IllegalArgumentException e) {
      if (!settings.recording()) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        diagnostics.error(
            source,
            Position.START,
            "the evidence can't be read: " + why,
            "restore the file, or record anew with: " + ACCEPT);
      }
      return Optional.empty();
    }
  }

  /** The libraries with their versions; the language where there are none. */
  private static String software(Map<String, String> versions) {
    Map<String, String> named = new LinkedHashMap<>(versions);
    if (named.size() > 1) {
      named.remove(named.keySet().iterator().next());
    }
    List<String> words =
        named.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
    return words.size() == 1
        ? words.get(0)
        : String.join(", ", words.subList(0, words.size() - 1))
            + " and "
            + words.get(words.size() - 1);
  }

  /** The smallest power of ten that is no less; empty for no deviation. */
  private static String accuracy(double deviation) {
    return deviation == 0 ? "" : "1e" + (int) Math.ceil(Math.log10(deviation));
  }
}
