package answerbook.export.cards;

import answerbook.markdown.RenderedBook;
import answerbook.markdown.RenderedBook.RenderedTopic;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What stands in the one row of a collection's table {@code col}, as JSON. */
final class CollectionSettings {
  /** The version of the schema. */
  static final int VERSION = 11;

  /** When collections of this kind were made: an id of theirs, so it stays. In seconds. */
  static final long CREATED = 1_577_836_800L;

  /** The id of the note type. */
  static final long NOTE_TYPE = Note.id("note type");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RenderedBook book;
  private final CardLayout layout;
  private final long seconds;

  /**
   * @param seconds when this release was made, since 1970: what is newer replaces what a reader has
   */
  CollectionSettings(RenderedBook book, CardLayout layout, long seconds) {
    this.book = book;
    this.layout = layout;
    this.seconds = seconds;
  }

  long seconds() {
    return seconds;
  }

  static long deckId(String topic) {
    return Note.id("deck " + topic);
  }

  String configuration() {
    ObjectNode json = JSON.createObjectNode();
    json.putArray("activeDecks").add(1);
    json.put("addToCur", true).put("collapseTime", 1200).put("curDeck", 1);
    json.put("curModel", Long.toString(NOTE_TYPE)).put("dueCounts", true).put("estTimes", true);
    json.put("newBury", true).put("newSpread", 0).put("nextPos", 1);
    json.put("sortBackwards", false).put("sortType", "noteFld").put("timeLim", 0);
    return text(json);
  }

  /** One type of note with one card: the question, then the answer below it. */
  String noteTypes() {
    ObjectNode type = JSON.createObjectNode();
    type.put("id", NOTE_TYPE).put("name", "Answerbook question").put("type", 0);
    type.put("mod", seconds).put("usn", -1).put("sortf", 0).put("did", deckId(""));
    ArrayNode fields = type.putArray("flds");
    for (String name : Note.FIELDS) {
      ObjectNode field = fields.addObject();
      field.put("name", name).put("ord", fields.size() - 1).put("font", "Arial").put("size", 20);
      field.put("rtl", false).put("sticky", false).putArray("media");
    }
    ObjectNode card = type.putArray("tmpls").addObject();
    card.put("name", "Question").put("ord", 0).put("qfmt", layout.front());
    card.put("afmt", layout.back()).put("bqfmt", "").put("bafmt", "").putNull("did");
    type.put("css", layout.style());
    type.putArray("req").addArray().add(0).add("any").addArray().add(0).add(1).add(3).add(4);
    type.put("latexPre", "").put("latexPost", "").put("latexsvg", false);
    type.putArray("tags");
    type.putArray("vers");
    ObjectNode types = JSON.createObjectNode();
    types.set(Long.toString(NOTE_TYPE), type);
    return text(types);
  }

  /** Anki's default deck, the book's, and one inside it for each topic. */
  String decks() {
    ObjectNode decks = JSON.createObjectNode();
    String title = book.title().plain();
    decks.set("1", deck(1, "Default", ""));
    decks.set(Long.toString(deckId("")), deck(deckId(""), title, book.introduction().html()));
    List<RenderedTopic> topics = book.topics();
    for (int i = 0; i < topics.size(); i++) {
      long id = deckId(topics.get(i).slug());
      String name = title + "::" + (i + 1) + " " + topics.get(i).title().plain();
      decks.set(Long.toString(id), deck(id, name, ""));
    }
    return text(decks);
  }

  private ObjectNode deck(long id, String name, String description) {
    ObjectNode deck = JSON.createObjectNode();
    deck.put("id", id).put("name", name).put("desc", description.replaceAll("<[^>]*>", "").strip());
    deck.put("mod", seconds).put("usn", -1).put("conf", 1).put("dyn", 0).put("collapsed", false);
    deck.put("browserCollapsed", false).put("extendNew", 10).put("extendRev", 50);
    for (String today : List.of("newToday", "revToday", "lrnToday", "timeToday")) {
      deck.putArray(today).add(0).add(0);
    }
    return deck;
  }

  String deckOptions() {
    ObjectNode options = JSON.createObjectNode();
    ObjectNode usual = options.putObject("1");
    usual.put("id", 1).put("name", "Default").put("mod", 0).put("usn", 0);
    usual.put("maxTaken", 60).put("timer", 0).put("autoplay", true).put("replayq", true);
    ObjectNode fresh = usual.putObject("new");
    fresh.putArray("delays").add(1).add(10);
    fresh.putArray("ints").add(1).add(4).add(7);
    fresh.put("initialFactor", 2500).put("order", 1).put("perDay", 20).put("bury", false);
    ObjectNode lapse = usual.putObject("lapse");
    lapse.putArray("delays").add(10);
    lapse.put("mult", 0).put("minInt", 1).put("leechFails", 8).put("leechAction", 0);
    ObjectNode review = usual.putObject("rev");
    review.put("perDay", 200).put("ease4", 1.3).put("ivlFct", 1).put("maxIvl", 36_500);
    review.put("bury", false).put("hardFactor", 1.2);
    return text(options);
  }

  private static String text(JsonNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
