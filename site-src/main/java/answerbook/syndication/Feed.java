package answerbook.syndication;

import answerbook.content.Book;
import answerbook.content.Question;
import answerbook.markdown.ReadableTex;
import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedQuestion;
import answerbook.provenance.FileDates;
import answerbook.provenance.FileHistory;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The feed of changes (RFC 4287): the questions that came or changed last, by the commits' dates.
 */
final class Feed {
  private static final int MOST_ENTRIES = 50;
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final Book book;
  private final RenderedBook rendered;
  private final List<Entry> entries = new ArrayList<>();
  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private record Entry(RenderedQuestion question, FileDates dates) {
    Question source() {
      return question.source();
    }
  }

  Feed(Book book, RenderedBook rendered, FileHistory history) {
    this.book = book;
    this.rendered = rendered;
    rendered.topics().stream()
        .flatMap(topic -> topic.questions().stream())
        .forEach(
            question ->
                history
                    .of(question.source().sourceNames())
                    .ifPresent(dates -> entries.add(new Entry(question, dates))));
    entries.sort(
        Comparator.comparing((Entry entry) -> entry.dates().changed())
            .reversed()
            .thenComparing(entry -> entry.source().slug()));
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  String text() {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      head();
      for (Entry entry : entries.subList(0, Math.min(MOST_ENTRIES, entries.size()))) {
        write(entry);
      }
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      return text.append('\n').toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void head() throws XMLStreamException {
    String url = book.settings().url();
    element("id", url);
    element("title", rendered.title().plain());
    element("subtitle", book.settings().description());
    link("self", url + Syndication.FEED);
    link("alternate", url);
    element(
        "updated", entries.isEmpty() ? "1970-01-01T00:00:00Z" : entries.get(0).dates().changed());
    xml.writeCharacters("\n");
    xml.writeStartElement("author");
    element("name", rendered.title().plain());
    xml.writeEndElement();
  }

  private void write(Entry entry) throws XMLStreamException {
    String address = book.settings().url() + entry.source().address();
    FileDates dates = entry.dates();
    boolean fresh = dates.added().equals(dates.changed());
    xml.writeCharacters("\n");
    xml.writeStartElement("entry");
    element("id", address);
    element("title", ReadableTex.of(entry.question().title()));
    link("alternate", address);
    element("published", dates.added());
    element("updated", dates.changed());
    element("summary", (fresh ? "New: " : "Changed: ") + dates.subject());
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private void element(String name, String content) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    xml.writeCharacters(content);
    xml.writeEndElement();
  }

  private void link(String relation, String address) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }
}
