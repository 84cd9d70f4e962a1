package answerbook.cli;

import answerbook.bake.SitePages;
import answerbook.serve.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * A site as the preview serves it: pages as they are asked for, and all other files as they were
 * read.
 */
record LiveSite(SitePages pages, Map<String, byte[]> files) implements Site {
  LiveSite {
    files = Map.copyOf(files);
  }

  @Override
  public Optional<byte[]> file(String address) {
    return pages
        .text(address)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .or(() -> Optional.ofNullable(files.get(address)));
  }

  /** The files below a folder by their addresses, but for some. */
  static Map<String, byte[]> read(Path site, Set<String> but) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(site)) {
      try (Stream<Path> walk = Files.walk(site)) {
        List<Path> paths = walk.filter(Files::isRegularFile).toList();
        for (Path path : paths) {
          String address = site.relativize(path).toString().replace('\\', '/');
          if (!but.contains(address)) {
            files.put(address, Files.readAllBytes(path));
          }
        }
      }
    }
    return files;
  }

  /** Tells versions of some files apart. */
  static String hash(Map<String, byte[]> files, Predicate<String> which) {
    CRC32 crc = new CRC32();
    files.forEach(
        (address, content) -> {
          if (which.test(address)) {
            crc.update(address.getBytes(StandardCharsets.UTF_8));
            crc.update(content);
          }
        });
    return Long.toHexString(crc.getValue());
  }
}
