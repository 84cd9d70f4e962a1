package answerbook.check;

import answerbook.check.PageFacts.Link;
import answerbook.store.ContentSum;
import java.util.ArrayList;
import java.util.List;

/**
 * A page that holds many articles, most of which are as they were when it was scanned last: each is
 * scanned and kept by itself.
 */
final class PageArticles {
  private static final String START = "\n<article ";
  private static final int FEWEST = 8;

  private final String html;
  private final KeptFacts kept;
  private final List<Integer> starts = new ArrayList<>();
  private final List<PageFacts.Id> ids = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<Integer> silentImages = new ArrayList<>();

  PageArticles(String html, KeptFacts kept) {
    this.html = html;
    this.kept = kept;
    for (int at = html.indexOf(START); at >= 0; at = html.indexOf(START, at + 1)) {
      starts.add(at);
    }
  }

  /** Whether it is worth the while to scan them one by one. */
  boolean areMany() {
    return starts.size() >= FEWEST;
  }

  /** The facts of the page; null if what looks like an article's start is something else. */
  PageFacts scan() {
    List<Integer> ends = new ArrayList<>(starts);
    ends.add(html.length());
    int from = 0;
    for (int end : ends) {
      PageFacts facts = facts(html.substring(from, end));
      if (facts == null) {
        return null;
      }
      add(facts, from);
      from = end;
    }
    return new PageFacts(ids, links, silentImages);
  }

  private PageFacts facts(String part) {
    String sum = ContentSum.of(part);
    PageFacts known = kept.find(sum);
    if (known != null) {
      return known;
    }
    PageScanner scanner = new PageScanner(part);
    PageFacts facts = scanner.scan();
    return scanner.isCut() ? null : kept.put(sum, facts);
  }

  private void add(PageFacts part, int start) {
    part.ids().forEach(id -> ids.add(new PageFacts.Id(id.id(), start + id.offset())));
    for (Link link : part.links()) {
      links.add(new Link(link.address(), start + link.offset(), link.foreign(), link.loads()));
    }
    part.silentImages().forEach(image -> silentImages.add(start + image));
  }
}
