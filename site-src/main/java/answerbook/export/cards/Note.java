package answerbook.export.cards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * A note of Anki's: what it knows of one question.
 *
 * @param slug of the question, which never changes
 * @param topic slug of its topic
 * @param title as plain text, by which Anki sorts
 * @param fields HTML of each of {@link #FIELDS}
 * @param tags without spaces
 */
record Note(String slug, String topic, String title, List<String> fields, List<String> tags) {
  /** The fields' names; a reader's history is lost if they change. */
  static final List<String> FIELDS =
      List.of("Title", "Question", "Answer", "Topic", "Level", "Source");

  /** What parts fields in Anki's table. */
  private static final String SEPARATOR = "\u001f";

  /** Anki's ids look like times in milliseconds; these are from 2020 to 2055. */
  private static final long FIRST_ID = 1_577_836_800_000L;

  private static final int ID_BYTES = 5;

  Note {
    fields = List.copyOf(fields);
    tags = List.copyOf(tags);
  }

  /** What Anki knows the note by, in every release. */
  String guid() {
    return "answerbook-" + slug;
  }

  long id() {
    return id("note " + slug);
  }

  String joinedFields() {
    return String.join(SEPARATOR, fields);
  }

  /** As Anki writes them: with a space around each. */
  String joinedTags() {
    return " " + String.join(" ", tags) + " ";
  }

  /** Anki's checksum of the first field, by which it finds duplicates. */
  long checksum() {
    return number(hash("SHA-1", fields.get(0).replaceAll("<[^>]*>", "")), 4);
  }

  /** An id that depends on a name alone. */
  static long id(String name) {
    return FIRST_ID + number(hash("SHA-256", name), ID_BYTES);
  }

  private static long number(byte[] hash, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << Byte.SIZE) | (hash[i] & 0xff);
    }
    return number;
  }

  private static byte[] hash(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
