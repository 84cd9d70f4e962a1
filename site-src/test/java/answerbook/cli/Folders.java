package answerbook.cli;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders with all that is in them, for tests, which fail where anything can't be read. */
final class Folders {
  private Folders() {}

  static void copy(Path from, Path to) {
    try {
      FolderTree.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder, if it is there. */
  static void delete(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a folder by their paths in it; each byte is a character. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        byte[] content = Files.readAllBytes(file);
        texts.put(
            folder.relativize(file).toString(), new String(content, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }
}
