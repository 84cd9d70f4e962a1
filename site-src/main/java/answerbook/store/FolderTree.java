package answerbook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class FolderTree {
  private FolderTree() {}

  /**
   * Copies the files of a folder, if it is there, over those of another one.
   *
   * @throws IOException if a file can't be read or written
   */
  public static void copy(Path from, Path to) throws IOException {
    for (Path file : inside(from)) {
      if (Files.isRegularFile(file)) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Deletes a folder, if it is there; what vanishes meanwhile is no mistake.
   *
   * @throws IOException if something can't be deleted
   */
  public static void delete(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path path : inside(folder)) {
      (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? folders : files).add(path);
    }
    try {
      files.parallelStream().forEach(FolderTree::deleteFile);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path empty : folders) {
      Files.deleteIfExists(empty);
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is in a folder, and at last the folder itself. */
  private static List<Path> inside(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
