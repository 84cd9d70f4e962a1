package answerbook.bake;

import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the mistake in a template that made a page fail. */
final class TemplateMistakes {
  private static final String REMEDY =
      "templates lay out what pages give them; see the models in answerbook.bake";

  private final Path root;
  private final Path templates;

  TemplateMistakes(Path root) {
    this.root = root;
    this.templates = root.resolve("templates");
  }

  /**
   * The mistake behind an exception of rendering.
   *
   * @throws IllegalStateException if it is no mistake in a template
   */
  Diagnostic of(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ParseException e) {
        return at(
            e.getTemplateName(),
            new Position(e.getLineNumber(), e.getColumnNumber()),
            e.getEditorMessage());
      }
      if (cause instanceof TemplateException e && e.getLineNumber() != null) {
        Position position = new Position(e.getLineNumber(), e.getColumnNumber());
        return at(e.getTemplateSourceName(), position, e.getMessageWithoutStackTop());
      }
      if (cause instanceof TemplateNotFoundException e) {
        return at(e.getTemplateName(), Position.START, "there is no such template");
      }
    }
    throw new IllegalStateException("a page could not be made", failure);
  }

  private Diagnostic at(String template, Position position, String message) {
    Path file = templates.resolve(template);
    SourceFile source =
        Files.exists(file)
            ? SourceFile.read(root, file)
            : new SourceFile(SourceFile.name(root, file), "");
    String line = message.strip().split("\\n", 2)[0].strip();
    return new Diagnostic(source, position, line.replaceFirst("[.:]$", ""), REMEDY);
  }
}
