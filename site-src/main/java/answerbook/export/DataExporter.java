package answerbook.export;

import answerbook.content.Book;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import answerbook.markdown.Results;
import answerbook.opinion.Opinion;
import answerbook.store.KeptTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code data/questions.json}, the whole book as data, with the JSON Schema that describes
 * it.
 */
public final class DataExporter {
  private static final String SCHEMA = "questions.schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String QUESTIONS = ",\n  \"questions\" : [ ";

  /** Questions that are held against the schema together. */
  private static final int BATCH = 100;

  private final Path folder;
  private final KeptTexts kept;

  /**
   * @param site the site's folder
   * @param kept the data of questions that were found to meet the schema
   */
  public DataExporter(Path site, KeptTexts kept) {
    this.folder = site.resolve("data");
    this.kept = kept;
  }

  /**
   * Writes both files.
   *
   * @throws IllegalStateException if the data don't meet the schema, which is a fault of this
   *     program
   */
  public void export(Book book, RenderedBook rendered, Results results) throws IOException {
    String schema = schema();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(SCHEMA), schema);
    String head = head(rendered);
    List<String> unproven = new ArrayList<>();
    boolean proven = false;
    try (Writer out = Files.newBufferedWriter(folder.resolve("questions.json"))) {
      out.write(head);
      String separator = QUESTIONS;
      for (RenderedTopic topic : rendered.topics()) {
        for (RenderedQuestion question : topic.questions()) {
          String sum = QuestionText.sum(question, results, "data");
          boolean isKnown = kept.knows(sum);
          String text = kept.get(sum, () -> text(question, results));
          out.write(separator + text);
          separator = ", ";
          if (!isKnown) {
            unproven.add(text);
          }
          if (unproven.size() == BATCH) {
            validate(schema, head + QUESTIONS + String.join(", ", unproven) + " ]\n}\n");
            proven = true;
            unproven.clear();
          }
        }
      }
      out.write(separator.equals(QUESTIONS) ? QUESTIONS + "]\n}\n" : " ]\n}\n");
    }
    String last = unproven.isEmpty() ? "" : String.join(", ", unproven) + " ";
    if (!proven || !unproven.isEmpty()) {
      validate(schema, head + QUESTIONS + last + "]\n}\n");
    }
    kept.save();
  }

  /** All before the questions, without the end of the object. */
  private static String head(RenderedBook rendered) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$schema", SCHEMA);
    root.put("title", rendered.title().plain());
    ArrayNode topics = root.putArray("topics");
    for (RenderedTopic topic : rendered.topics()) {
      topics
          .addObject()
          .put("slug", topic.slug())
          .put("title", topic.title().plain())
          .put("address", topic.slug() + "/index.html");
    }
    String text = text(root);
    return text.substring(0, text.lastIndexOf("\n}"));
  }

  /** A question as it stands in the list: a line end in a text of JSON is one of its layout. */
  private static String text(RenderedQuestion question, Results results) {
    ObjectNode node = JSON.createObjectNode();
    write(question, node, results);
    return text(node).replace("\n", "\n  ");
  }

  private static void write(RenderedQuestion question, ObjectNode node, Results results) {
    var front = question.source().front();
    node.put("source", front.source());
    node.put("slug", question.source().slug());
    node.put("address", question.source().address());
    node.put("title", question.title());
    node.put("topic", question.source().topic());
    node.put("level", front.level().name().toLowerCase(Locale.ROOT));
    front.tags().forEach(node.putArray("tags")::add);
    node.put("question", question.plain().question());
    node.put("answer", question.plain().answer());
    ArrayNode all = node.putArray("results");
    for (String program : question.source().programNames()) {
      if (results.byName().containsKey(program)) {
        results
            .byName()
            .get(program)
            .results()
            .forEach(
                (name, result) ->
                    ResultData.write(
                        result, all.addObject().put("program", program).put("name", name)));
      }
    }
    ArrayNode checks = node.putArray("checks");
    question
        .checks()
        .forEach(
            item ->
                checks
                    .addObject()
                    .put("claim", item.check().claim())
                    .put("bound", item.check().bound()));
    ArrayNode opinions = node.putArray("opinions");
    question.opinions().forEach(opinion -> write(opinion, opinions.addObject()));
  }

  private static void write(Opinion opinion, ObjectNode node) {
    node.put("file", opinion.file());
    node.put("software", opinion.software());
    node.put("accuracy", opinion.accuracy());
    node.put("values", opinion.values());
    node.put("recorded", opinion.recorded());
    opinion.failures().forEach(node.putArray("failures")::add);
  }

  private static void validate(String schema, String data) {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    List<Error> errors = registry.getSchema(schema).validate(data, InputFormat.JSON);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("questions.json does not meet its schema: " + errors);
    }
  }

  private static String text(ObjectNode root) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String schema() throws IOException {
    try (InputStream in = DataExporter.class.getResourceAsStream(SCHEMA)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
