package answerbook.bake;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;
import org.jbake.app.ContentStore;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;

/**
 * Freemarker for JBake: escaping by file ending, errors thrown, nothing that depends on place or
 * time.
 */
final class PageTemplates extends DelegatingTemplateEngine {
  private final Configuration freemarker;

  PageTemplates(ContentStore store, JBakeConfiguration config) {
    super(store, config);
    try {
      freemarker = configured(new FileTemplateLoader(config.getTemplateFolder()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + config.getTemplateFolder(), e);
    }
  }

  /** Freemarker as all pages are made with. */
  static Configuration configured(TemplateLoader loader) {
    Configuration freemarker = new Configuration(Configuration.VERSION_2_3_34);
    freemarker.setTemplateLoader(loader);
    freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
    freemarker.setLocale(Locale.ROOT);
    freemarker.setTimeZone(TimeZone.getTimeZone("UTC"));
    freemarker.setNumberFormat("computer");
    freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    freemarker.setLogTemplateExceptions(false);
    freemarker.setWrapUncheckedExceptions(true);
    return freemarker;
  }

  @Override
  public void renderDocument(TemplateModel model, String templateName, Writer out)
      throws RenderingException {
    try {
      freemarker.getTemplate(templateName).process(model.getContent().get("model"), out);
    } catch (IOException | TemplateException e) {
      throw new RenderingException(e);
    }
  }
}
