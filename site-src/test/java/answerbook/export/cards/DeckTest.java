package answerbook.export.cards;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.cli.EditionKind;
import answerbook.cli.MiniBook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deck as Anki reads it: a zip with a collection in SQLite, and media beside it. */
class DeckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");

  @TempDir private static Path folder;
  private static MiniBook book;
  private static byte[] made;

  private byte[] deck = made;

  @BeforeAll
  static void build() throws IOException {
    book = MiniBook.copyOf("results", folder.resolve("book"));
    made = make();
  }

  private static byte[] make() throws IOException {
    assertThat(book.build(Set.of(EditionKind.CARDS))).as(book.output()).isTrue();
    return Files.readAllBytes(book.site().resolve("editions/cards.apkg"));
  }

  @Test
  void everyFieldOfEveryNoteIsFilled() throws Exception {
    List<List<String>> notes = rows("SELECT flds FROM notes");

    assertThat(notes).hasSize(1);
    for (List<String> note : notes) {
      assertThat(note.get(0).split("\u001f", -1))
          .hasSize(Note.FIELDS.size())
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void topicLevelAndTagsAreTags() throws Exception {
    assertThat(rows("SELECT tags FROM notes"))
        .containsExactly(List.of(" topic::topic level::medium results "));
  }

  @Test
  void formulasAreInAnkisNotation() throws Exception {
    String answer = answer();

    assertThat(answer)
        .contains("\\(\\mathbf v = \\begin{bmatrix}")
        .doesNotContain("katex", "<math", "<svg", " id=");
  }

  @Test
  void referencedMediaIsWhatThePackageHolds() throws Exception {
    Map<String, byte[]> files = files();
    JsonNode names = JSON.readTree(files.get("media"));
    Set<String> packed = new TreeSet<>();
    names.forEach(name -> packed.add(name.asText()));
    Set<String> referenced = new TreeSet<>();
    for (Matcher image = IMAGE.matcher(answer()); image.find(); ) {
      referenced.add(image.group(1));
    }

    assertThat(referenced).isEqualTo(packed).hasSize(2).allMatch(name -> name.endsWith(".svg"));
    for (var entry : names.properties()) {
      assertThat(new String(files.get(entry.getKey()), java.nio.charset.StandardCharsets.UTF_8))
          .as(entry.getValue().asText())
          .contains("viewBox=", "<style>", "xmlns=\"http://www.w3.org/2000/svg\"");
    }
  }

  @Test
  void editedAnswerKeepsEveryId() throws Exception {
    String ids =
        "SELECT notes.id, guid, mid, cards.id, did FROM notes JOIN cards ON nid = notes.id";
    List<List<String>> before = rows(ids);
    String old = answer();

    book.edit("content/topic/all-kinds.md", "A vector", "A row vector");
    deck = make();

    assertThat(answer()).isNotEqualTo(old).contains("A row vector");
    assertThat(rows(ids)).isEqualTo(before).isNotEmpty();
  }

  @Test
  void schemaIsCompleteForAnkisImport() throws Exception {
    assertThat(rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
        .containsExactly(
            List.of("cards"),
            List.of("col"),
            List.of("graves"),
            List.of("notes"),
            List.of("revlog"));
    assertThat(rows("SELECT id, ver FROM col")).containsExactly(List.of("1", "11"));
    assertThat(rows("PRAGMA integrity_check")).containsExactly(List.of("ok"));
    List<String> settings = rows("SELECT models, decks, dconf, conf, tags FROM col").get(0);
    JsonNode types = JSON.readTree(settings.get(0));
    JsonNode decks = JSON.readTree(settings.get(1));

    assertThat(rows("SELECT DISTINCT mid FROM notes").get(0))
        .allMatch(types::has)
        .allMatch(id -> types.get(id).get("flds").size() == Note.FIELDS.size());
    assertThat(rows("SELECT DISTINCT did FROM cards").get(0)).allMatch(decks::has);
    assertThat(decks.get("1").get("name").asText()).isEqualTo("Default");
    for (JsonNode deck : decks) {
      assertThat(JSON.readTree(settings.get(2)).has(deck.get("conf").asText())).isTrue();
    }
  }

  private String answer() throws Exception {
    return rows("SELECT flds FROM notes").get(0).get(0).split("\u001f", -1)[2];
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(deck))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private List<List<String>> rows(String query) throws IOException, SQLException {
    Path file = folder.resolve("collection.anki2");
    Files.write(file, files().get("collection.anki2"));
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
