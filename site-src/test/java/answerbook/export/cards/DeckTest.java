package answerbook.export.cards;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.cli.EditionKind;
import answerbook.cli.MiniBook;
import answerbook.cli.PaperBook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deck as Anki reads it: a zip with a collection in SQLite, and media beside it. */
class DeckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern IMAGE = Pattern.compile("<img src=\"([^\"]+)\"");

  @TempDir private Path folder;

  private byte[] deck;

  @BeforeEach
  void read() throws IOException {
    deck = Files.readAllBytes(PaperBook.edition("cards.apkg"));
  }

  static List<Path> decks() {
    return PaperBook.andWhole("cards.apkg", EditionKind.CARDS);
  }

  @ParameterizedTest
  @MethodSource("decks")
  void everyFieldOfEveryNoteIsFilled(Path file) throws Exception {
    deck = Files.readAllBytes(file);
    List<List<String>> notes = rows("SELECT flds FROM notes");

    assertThat(notes).hasSizeGreaterThan(4);
    for (List<String> note : notes) {
      assertThat(note.get(0).split("\u001f", -1))
          .hasSize(Note.FIELDS.size())
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void topicLevelAndTagsAreTags() throws Exception {
    assertThat(rows("SELECT tags FROM notes"))
        .hasSize(5)
        .contains(List.of(" topic::topic level::medium results maths "));
  }

  @Test
  void formulasAreInAnkisNotation() throws Exception {
    String answer = answer();

    assertThat(answer)
        .contains("\\(\\mathbf v = \\begin{bmatrix}")
        .doesNotContain("katex", "<math", "<svg", " id=");
  }

  @ParameterizedTest
  @MethodSource("decks")
  void referencedMediaIsWhatThePackageHolds(Path file) throws Exception {
    deck = Files.readAllBytes(file);
    Map<String, byte[]> files = files();
    JsonNode names = JSON.readTree(files.get("media"));
    Set<String> packed = new TreeSet<>();
    names.forEach(name -> packed.add(name.asText()));
    Set<String> referenced = new TreeSet<>();
    for (List<String> note : rows("SELECT flds FROM notes")) {
      IMAGE.matcher(note.get(0)).results().forEach(image -> referenced.add(image.group(1)));
    }

    assertThat(referenced)
        .isEqualTo(packed)
        .hasSizeGreaterThan(3)
        .allMatch(name -> name.endsWith(".svg"));
    for (var entry : names.properties()) {
      assertThat(new String(files.get(entry.getKey()), StandardCharsets.UTF_8))
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

    MiniBook book = PaperBook.copy(folder);
    book.edit("content/topic/results.md", "A vector", "A row vector");
    assertThat(book.build(Set.of(EditionKind.CARDS))).as(book.output()).isTrue();
    deck = Files.readAllBytes(book.site().resolve("editions/cards.apkg"));

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

  /** The answer to the question about results. */
  private String answer() throws Exception {
    return rows("SELECT flds FROM notes WHERE tags LIKE '% results maths %'")
        .get(0)
        .get(0)
        .split("\u001f", -1)[2];
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
