package answerbook.bake;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/** Shows fragments to templates as texts. */
final class Wrapper extends DefaultObjectWrapper {
  Wrapper() {
    super(Configuration.VERSION_2_3_34);
  }

  @Override
  protected TemplateModel handleUnknownType(Object part) throws TemplateModelException {
    return part instanceof Fragment fragment
        ? new SimpleScalar(fragment.text())
        : super.handleUnknownType(part);
  }
}
