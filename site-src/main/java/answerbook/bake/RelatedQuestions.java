package answerbook.bake;

import answerbook.markdown.RenderedQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which questions belong together: those that link to each other, and those that share tags, where
 * a rare tag says more than a common one.
 */
final class RelatedQuestions {
  private static final int MOST = 4;
  private static final double LINK = 3;

  /** Below this, two questions share no more than a tag that many have. */
  private static final double LEAST = 1.5;

  private final List<RenderedQuestion> questions;
  private final Map<String, Long> uses;
  private final Map<String, Set<String>> links = new HashMap<>();

  /** The places in {@link #questions} of those that may be related to one: by tag, and by link. */
  private final Map<String, Set<Integer>> byTag = new HashMap<>();

  private final Map<String, Set<Integer>> byLink = new HashMap<>();

  /**
   * @param questions in reading order
   */
  RelatedQuestions(List<RenderedQuestion> questions) {
    this.questions = questions;
    this.uses =
        questions.stream()
            .flatMap(question -> question.source().front().tags().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    questions.forEach(question -> links.put(question.source().slug(), question.linked()));
    for (int place = 0; place < questions.size(); place++) {
      note(place);
    }
  }

  private void note(int place) {
    RenderedQuestion question = questions.get(place);
    String slug = question.source().slug();
    byLink.computeIfAbsent(slug, key -> new TreeSet<>()).add(place);
    for (String other : links.get(slug)) {
      byLink.computeIfAbsent(other, key -> new TreeSet<>()).add(place);
    }
    for (String tag : question.source().front().tags()) {
      byTag.computeIfAbsent(tag, key -> new TreeSet<>()).add(place);
    }
  }

  /** Those that share a tag or a link with a question, in reading order: all others score 0. */
  private Set<Integer> near(RenderedQuestion question) {
    Set<Integer> places = new TreeSet<>(byLink.get(question.source().slug()));
    question.source().front().tags().forEach(tag -> places.addAll(byTag.get(tag)));
    for (String other : links.get(question.source().slug())) {
      places.addAll(byLink.get(other)); // The linked question is among those of its own slug.
    }
    return places;
  }

  /** The slugs of up to four questions, the nearest first. */
  List<String> to(RenderedQuestion question) {
    Map<String, Double> nearness = new HashMap<>();
    List<String> near = new ArrayList<>();
    for (int place : near(question)) {
      RenderedQuestion other = questions.get(place);
      double score = nearness(question, other);
      if (score >= LEAST && !other.source().slug().equals(question.source().slug())) {
        near.add(other.source().slug());
        nearness.put(other.source().slug(), score);
      }
    }
    near.sort(Comparator.comparing(nearness::get).reversed());
    return near.subList(0, Math.min(MOST, near.size()));
  }

  private double nearness(RenderedQuestion one, RenderedQuestion other) {
    double score = 0;
    for (String tag : one.source().front().tags()) {
      if (other.source().front().tags().contains(tag)) {
        score += Math.log((double) (questions.size() + 1) / uses.get(tag));
      }
    }
    return score + link(one, other) + link(other, one);
  }

  private double link(RenderedQuestion from, RenderedQuestion to) {
    return links.get(from.source().slug()).contains(to.source().slug()) ? LINK : 0;
  }
}
