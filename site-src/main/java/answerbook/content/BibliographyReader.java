package answerbook.content;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads {@code content/references.yaml}: by key, {@code authors}, {@code year}, {@code title},
 * {@code in} where it has a venue, and one of {@code doi}, {@code arxiv} and {@code url}.
 */
final class BibliographyReader {
  private static final Pattern KEY = Pattern.compile("[a-z]+\\d{4}[a-z]?");

  /** What a browser follows without running anything. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

  private final SourceFile file;
  private final Diagnostics diagnostics;

  BibliographyReader(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  Map<String, Reference> read() {
    Map<String, Reference> references = new TreeMap<>();
    FrontMatter entries = new FrontMatter(file, 0, file.text().length(), diagnostics);
    for (String key : entries.keys()) {
      int offset = entries.keyOffset(key);
      if (!KEY.matcher(key).matches()) {
        diagnostics.error(
            file, offset, "'" + key + "' is no key of a reference", "write it as glorot2010");
      }
      FrontMatter entry = entries.mapping(key);
      Reference reference = entry == null ? null : reference(key, offset, entry);
      if (reference != null) {
        references.put(key, reference);
      }
    }
    return distinguished(references);
  }

  /** Gives works of the same authors and year their letters, in the order of keys. */
  private static Map<String, Reference> distinguished(Map<String, Reference> references) {
    Map<String, List<Reference>> alike =
        references.values().stream()
            .collect(
                Collectors.groupingBy(
                    work -> work.citedAuthors() + work.year(), TreeMap::new, Collectors.toList()));
    for (List<Reference> works : alike.values()) {
      for (int i = 0; works.size() > 1 && i < works.size(); i++) {
        Reference work = works.get(i);
        references.put(work.key(), work.withSuffix(String.valueOf((char) ('a' + i))));
      }
    }
    return references;
  }

  private Reference reference(String key, int offset, FrontMatter entry) {
    List<Located> authors = entry.requiredList("authors");
    Located year = entry.required("year");
    Located title = entry.required("title");
    Located venue = entry.optional("in");
    String link = link(key, offset, entry);
    entry.rejectOthers();
    if (year != null && !year.text().matches("\\d{4}")) {
      diagnostics.error(
          file, year.offset(), "'" + year.text() + "' is no year", "write four digits");
      return null;
    }
    if (authors.isEmpty() || year == null || title == null || link == null) {
      return null;
    }
    List<String> names = authors.stream().map(Located::text).toList();
    int number = Integer.parseInt(year.text());
    return new Reference(
        key, offset, names, number, title.text(), venue == null ? "" : venue.text(), link, "");
  }

  private String link(String key, int offset, FrontMatter entry) {
    Located doi = entry.optional("doi");
    Located arxiv = entry.optional("arxiv");
    Located url = entry.optional("url");
    List<String> links =
        java.util.stream.Stream.of(
                doi == null ? "" : "https://doi.org/" + doi.text(),
                arxiv == null ? "" : "https://arxiv.org/abs/" + arxiv.text(),
                url == null ? "" : url.text())
            .filter(link -> !link.isEmpty())
            .toList();
    if (links.size() != 1) {
      String what = links.isEmpty() ? "no link" : "more than one link";
      diagnostics.error(
          file, offset, "'" + key + "' has " + what, "give it one of doi, arxiv and url");
      return null;
    }
    String link = links.get(0);
    if (!LINK.matcher(link).matches()) {
      String remedy =
          "write an address with https://, a DOI as 10.1000/182, an arXiv number as 1502.01852";
      diagnostics.error(file, offset, "'" + link + "' is no link", remedy);
      return null;
    }
    return link;
  }
}
