package answerbook.bake;

import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

/**
 * Freemarker for JBake: escaping by file ending, errors thrown, nothing that depends on place or
 * time.
 */
final class PageTemplates extends DelegatingTemplateEngine {
  /** A page, or why there is none. */
  private record Made(String text, Exception mistake) {}

  /** Where a prepared page waits in its document. */
  private static final String MADE = "made";

  private final Configuration freemarker;

  PageTemplates(ContentStore store, JBakeConfiguration config, Configuration freemarker) {
    super(store, config);
    this.freemarker = freemarker;
  }

  /** Freemarker as all pages are made with. */
  static Configuration configured(TemplateLoader loader) {
    Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
    freemarker.setTemplateLoader(loader);
    freemarker.setObjectWrapper(new Wrapper());
    freemarker.setSharedVariable("mathsInSight", new MathsInSight());
    freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
    freemarker.setLocale(Locale.ROOT);
    freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
    freemarker.setNumberFormat("computer");
    freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freemarker.setLogTemplateExceptions(false);
    freemarker.setWrapUncheckedExceptions(true);
    return freemarker;
  }

  /**
   * Makes pages by as many threads as there are cores, so that {@link #renderDocument} has but to
   * write them. Freemarker may be asked by many threads; JBake's renderer is for one.
   */
  void prepare(List<DocumentModel> pages) {
    pages.parallelStream()
        .forEach(
            page ->
                page.put(MADE, made(JBakeRenderer.template(page.getType()), page.get("model"))));
  }

  private Made made(String template, Object model) {
    try {
      StringWriter text = new StringWriter();
      freemarker.getTemplate(template).process(model, text);
      return new Made(text.toString(), null);
    } catch (IOException | TemplateException e) {
      if (e.getCause() instanceof UncheckedIOException trouble) {
        throw trouble; // Of what the template shows, which is no mistake in it.
      }
      return new Made("", e);
    }
  }

  @Override
  public void renderDocument(TemplateModel model, String templateName, Writer out)
      throws RenderingException {
    Made made = (Made) model.getContent().remove(MADE);
    if (made.mistake() != null) {
      throw new RenderingException(made.mistake());
    }
    try {
      out.write(made.text());
    } catch (IOException e) {
      throw new RenderingException(e);
    }
  }
}
