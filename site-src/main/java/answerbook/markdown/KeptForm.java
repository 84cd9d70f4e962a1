package answerbook.markdown;

import answerbook.api.Check;
import answerbook.api.Tolerance;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.RenderedQuestion.Asked;
import answerbook.markdown.RenderedQuestion.Fragments;
import answerbook.markdown.RenderedQuestion.Plain;
import answerbook.markdown.RenderedQuestion.RenderedCheck;
import answerbook.opinion.Opinion;
import answerbook.store.ByteReader;
import answerbook.store.ByteWriter;
import answerbook.store.EntryFolder.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A rendered question as bytes: what lists and checks need, then its HTML, then its plain texts, so
 * that the long parts are read when they are wanted.
 */
final class KeptForm {
  private static final int FRAGMENTS = 1;
  private static final int PLAIN = 2;

  private final Path root;
  private final Question question;

  /**
   * @param root the book's root
   * @param question that was rendered
   */
  KeptForm(Path root, Question question) {
    this.root = root;
    this.question = question;
  }

  /** Texts that are read from an entry each time. */
  private record StoredTexts(Entry entry) implements RenderedQuestion.Texts {
    @Override
    public Fragments fragments() {
      ByteReader in = new ByteReader(entry.part(FRAGMENTS));
      return new Fragments(in.text(), in.text(), in.text());
    }

    @Override
    public Plain plain() {
      ByteReader in = new ByteReader(entry.part(PLAIN));
      return new Plain(in.text(), in.text(), in.text());
    }
  }

  /** The long texts of an entry, read whenever they are asked for. */
  static RenderedQuestion.Texts texts(Entry entry) {
    return new StoredTexts(entry);
  }

  /** The parts of an entry. */
  static List<byte[]> parts(FragmentShelf.Kept kept) {
    RenderedQuestion rendered = kept.rendered();
    ByteWriter head = new ByteWriter();
    head.texts(kept.needs().keySet()).texts(kept.needs().values());
    head.texts(kept.formulas()).texts(kept.listings());
    head.text(rendered.title()).text(rendered.titleHtml());
    head.texts(rendered.citations()).texts(rendered.anchors()).texts(rendered.linked());
    head.number(rendered.checks().size());
    for (RenderedCheck each : rendered.checks()) {
      Check check = each.check();
      head.text(check.claim()).text(check.bound()).text(each.claimHtml());
    }
    head.number(rendered.asks().size());
    for (Asked ask : rendered.asks()) {
      head.text(ask.label()).number(ask.value()).text(ask.written());
      head.number(ask.tolerance().relative()).number(ask.tolerance().absolute());
    }
    head.number(kept.links().size());
    kept.links().forEach(link -> write(link, head));
    Fragments html = rendered.texts().fragments();
    Plain plain = rendered.plain();
    return List.of(
        head.bytes(),
        new ByteWriter().text(html.question()).text(html.answer()).text(html.footnotes()).bytes(),
        new ByteWriter()
            .text(plain.question())
            .text(plain.answer())
            .text(plain.markdown())
            .bytes());
  }

  private static void write(LinkUse link, ByteWriter out) {
    Place place = link.place();
    Position fixed = place.fixed() == null ? new Position(0, 0) : place.fixed();
    out.text(place.file().name()).number(place.start()).number(fixed.line()).number(fixed.column());
    out.number(link.offset()).text(link.slug()).text(link.anchor());
  }

  /**
   * The question that an entry holds.
   *
   * @param opinions what its programs in other languages say now
   */
  FragmentShelf.Kept read(Entry entry, List<Opinion> opinions) {
    ByteReader head = new ByteReader(entry.first());
    Map<String, String> needs = needs(head);
    List<String> formulas = head.texts();
    List<String> listings = head.texts();
    RenderedQuestion rendered =
        new RenderedQuestion(
            question,
            head.text(),
            head.text(),
            new StoredTexts(entry),
            head.texts(),
            List.of(),
            opinions,
            List.of(),
            new TreeSet<>(head.texts()),
            new TreeSet<>(head.texts()),
            entry.sum());
    rendered = rendered.with(checks(head), asks(head));
    return new FragmentShelf.Kept(needs, rendered, links(head), formulas, listings);
  }

  /** What the question of an entry needed. */
  static Map<String, String> needs(Entry entry) {
    return needs(new ByteReader(entry.first()));
  }

  private static Map<String, String> needs(ByteReader head) {
    List<String> names = head.texts();
    List<String> values = head.texts();
    Map<String, String> needs = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      needs.put(names.get(i), values.get(i));
    }
    return needs;
  }

  /** Only checks that held are shown. */
  private static List<RenderedCheck> checks(ByteReader head) {
    List<RenderedCheck> checks = new ArrayList<>();
    for (int left = head.number(); left > 0; left--) {
      Check check = new Check(head.text(), head.text(), true, "");
      checks.add(new RenderedCheck(check, head.text()));
    }
    return checks;
  }

  private static List<Asked> asks(ByteReader head) {
    List<Asked> asks = new ArrayList<>();
    for (int left = head.number(); left > 0; left--) {
      String label = head.text();
      double value = head.fraction();
      String written = head.text();
      asks.add(new Asked(label, value, new Tolerance(head.fraction(), head.fraction()), written));
    }
    return asks;
  }

  private List<LinkUse> links(ByteReader head) {
    List<LinkUse> links = new ArrayList<>();
    for (int left = head.number(); left > 0; left--) {
      SourceFile file = file(head.text());
      int start = head.number();
      Position fixed = new Position(head.number(), head.number());
      Place place = new Place(file, start, fixed.line() == 0 ? null : fixed, new Diagnostics());
      links.add(new LinkUse(place, head.number(), head.text(), head.text()));
    }
    return links;
  }

  private SourceFile file(String name) {
    return name.equals(question.file().name())
        ? question.file()
        : SourceFile.read(root, root.resolve(name));
  }
}
