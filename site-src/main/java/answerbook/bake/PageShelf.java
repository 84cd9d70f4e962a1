package answerbook.bake;

import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pages as earlier builds of the same process made them, each with what its template saw, so that
 * only those are made again whose template would see something else.
 */
public final class PageShelf {
  /**
   * A page on the shelf.
   *
   * @param maker the pages that it was made among
   */
  record Kept(SitePages maker, Map<String, Object> model, String text) {}

  private final Map<String, Kept> byAddress = new ConcurrentHashMap<>();
  private Map<String, String> templates = Map.of();
  private Configuration freemarker;

  /** The text of a page, if it was made from the same model by the same templates; or null. */
  String find(SitePages now, String address, Map<String, Object> model) {
    Kept kept = byAddress.get(address);
    boolean same =
        kept != null
            && kept.maker().templates().equals(now.templates())
            && now.comparedWith(kept.maker()).areSame(kept.model(), model);
    return same ? kept.text() : null;
  }

  /** Freemarker with these templates, which it parses but once. */
  synchronized Configuration freemarker(Map<String, String> texts) {
    if (freemarker == null || !templates.equals(texts)) {
      StringTemplateLoader loader = new StringTemplateLoader();
      texts.forEach(loader::putTemplate);
      templates = texts;
      freemarker = PageTemplates.configured(loader);
    }
    return freemarker;
  }

  void keep(String address, Kept page) {
    byAddress.put(address, page);
  }
}
