package answerbook.print;

import answerbook.print.Edition.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Turns the symbolic addresses of fragments into places in the book, and numbers its figures. */
final class Links {
  private final Kind kind;

  Links(Kind kind) {
    this.kind = kind;
  }

  void resolve(Document document) {
    numberFigures(document);
    Set<String> places = new HashSet<>(document.select("[id]").eachAttr("id"));
    for (Element link : document.select("a[href]")) {
      String href = link.attr("href");
      if (href.startsWith("slug:")) {
        link.attr("href", place(places, href.substring("slug:".length()))).addClass("paged");
      } else if (href.startsWith("ref:")) {
        link.attr("href", "#ref-" + href.substring("ref:".length()));
      }
      String target = link.attr("href");
      if (target.startsWith("#") && !places.contains(target.substring(1))) {
        link.unwrap();
      }
    }
  }

  /** The part of a question where the edition has it, else the question. */
  private String place(Set<String> places, String target) {
    int hash = target.indexOf('#');
    String part = hash < 0 ? "" : target.substring(hash + 1);
    boolean there = kind.hasAnswers() && places.contains(part);
    return "#" + (there ? part : hash < 0 ? target : target.substring(0, hash));
  }

  /** "Figure 1" of question 2.14 becomes "Figure 2.14.1", in its caption and where it is meant. */
  private static void numberFigures(Document document) {
    Map<String, String> numbers = new HashMap<>();
    for (Element question : document.select(".question[id]")) {
      String label = question.selectFirst(".eyebrow strong").text();
      String number = label.substring(label.indexOf(' ') + 1);
      for (Element caption : question.select("figure[id] > figcaption > .label")) {
        caption.text(caption.text().replaceFirst("[ \u00a0]", "\u00a0" + number + "."));
        numbers.put("#" + caption.parent().parent().id(), caption.text());
      }
    }
    for (Element reference : document.select("a.crossref")) {
      String number = numbers.get(reference.attr("href"));
      if (number != null) {
        reference.text(number);
      }
    }
  }
}
