package answerbook.export.cards;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConnection;

/** A collection of Anki's, in the form of its version 11, which every Anki imports. */
final class Collection {
  private static final String SCHEMA = "schema.sql";

  private final CollectionSettings settings;

  Collection(CollectionSettings settings) {
    this.settings = settings;
  }

  /** The database file that holds the notes, each with a card that is new. */
  byte[] with(List<Note> notes) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      create(connection);
      connection.setAutoCommit(false);
      insertSettings(connection);
      insertNotes(connection, notes);
      insertCards(connection, notes);
      connection.commit();
      return connection.unwrap(SQLiteConnection.class).serialize("main");
    } catch (SQLException e) {
      throw new IllegalStateException("the deck can't be written: " + e.getMessage(), e);
    }
  }

  private static void create(Connection connection) throws SQLException {
    String schema;
    try (InputStream in = Collection.class.getResourceAsStream(SCHEMA)) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the class path has no " + SCHEMA, e);
    }
    try (Statement statement = connection.createStatement()) {
      for (String command : schema.split(";")) {
        if (!command.isBlank()) {
          statement.execute(command);
        }
      }
    }
  }

  private void insertSettings(Connection connection) throws SQLException {
    long mod = settings.seconds() * 1000;
    insert(
        connection,
        "col",
        List.<Object[]>of(
            new Object[] {
              1,
              CollectionSettings.CREATED,
              mod,
              CollectionSettings.CREATED * 1000,
              CollectionSettings.VERSION,
              0,
              0,
              0,
              settings.configuration(),
              settings.noteTypes(),
              settings.decks(),
              settings.deckOptions(),
              "{}"
            }));
  }

  private void insertNotes(Connection connection, List<Note> notes) throws SQLException {
    insert(
        connection,
        "notes",
        notes.stream()
            .map(
                note ->
                    new Object[] {
                      note.id(),
                      note.guid(),
                      CollectionSettings.NOTE_TYPE,
                      settings.seconds(),
                      -1,
                      note.joinedTags(),
                      note.joinedFields(),
                      note.title(),
                      note.checksum(),
                      0,
                      ""
                    })
            .toList());
  }

  /** New cards are due in the order of the book. */
  private void insertCards(Connection connection, List<Note> notes) throws SQLException {
    List<Object[]> rows = new java.util.ArrayList<>();
    for (Note note : notes) {
      long deck = CollectionSettings.deckId(note.topic());
      Object[] row = {
        note.id(),
        note.id(),
        deck,
        0,
        settings.seconds(),
        -1,
        0,
        0,
        rows.size() + 1,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        ""
      };
      rows.add(row);
    }
    insert(connection, "cards", rows);
  }

  private static void insert(Connection connection, String table, List<Object[]> rows)
      throws SQLException {
    for (Object[] row : rows) {
      String places = "?, ".repeat(row.length - 1) + "?";
      try (PreparedStatement statement =
          connection.prepareStatement("INSERT INTO " + table + " VALUES (" + places + ")")) {
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.executeUpdate();
      }
    }
  }
}
