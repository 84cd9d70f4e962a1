package answerbook.check;

import java.util.List;

/**
 * What other pages and readers depend on in a page of HTML.
 *
 * @param ids all of them, in the order of the page
 * @param links whatever has an address
 * @param silentImages where an image without a text stands
 */
record PageFacts(List<Id> ids, List<Link> links, List<Integer> silentImages) {
  /**
   * An anchor.
   *
   * @param offset where its element stands
   */
  record Id(String id, int offset) {}

  /**
   * An address.
   *
   * @param offset where its element stands
   * @param foreign whether it is that of another host, or of anything else that is no path
   * @param loads whether the page fetches what is there
   */
  record Link(String address, int offset, boolean foreign, boolean loads) {}
}
