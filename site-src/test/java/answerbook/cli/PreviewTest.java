package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview serves what a build would publish, whatever happens to the files meanwhile. */
class PreviewTest {
  private static final int SAVES = 1000;
  private static final String QUESTION = "content/topic/all-kinds.md";

  @TempDir private Path folder;

  @Test
  void servedSiteAfterAThousandSavesIsThatOfACleanBuild() throws Exception {
    MiniBook book = MiniBook.copyOf("results", folder.resolve("live"));
    try (Preview preview = book.preview()) {
      preview.awaitCalm();
      new Saves(book.root(), 20261129).make(SAVES);
      preview.awaitCalm();

      assertServesACleanBuild(preview, book);
    }
  }

  @Test
  void branchIsSwitchedWhole() throws Exception {
    MiniBook book = MiniBook.copyOf("results", folder.resolve("live"));
    git(book, "init", "-q", "-b", "one");
    git(book, "config", "user.email", "author@example.org");
    git(book, "config", "user.name", "Author");
    book.write(".gitignore", "target/\n");
    git(book, "add", ".");
    git(book, "commit", "-q", "-m", "One");
    git(book, "switch", "-q", "-c", "two");
    book.write("content/other/index.md", "---\ntitle: Other\nquestions: [moved]\n---\nOthers.\n");
    book.write(
        "content/other/moved.md",
        """
        ---
        title: Moved
        source: other-1
        level: easy
        tags: [moved]
        ---
        What?

        <details><summary>Answer</summary>

        That.

        </details>
        """);
    book.edit("content/index.md", "[topic]", "[topic, other]");
    book.edit(QUESTION, "A network.", "Another network.");
    git(book, "add", ".");
    git(book, "commit", "-q", "-m", "Two");
    try (Preview preview = book.preview()) {
      preview.awaitCalm();
      assertThat(get(preview, "other/moved.html").statusCode()).isEqualTo(200);

      git(book, "switch", "-q", "one");
      preview.awaitCalm();

      assertThat(get(preview, "other/moved.html").statusCode()).isEqualTo(404);
      assertServesACleanBuild(preview, book);

      git(book, "switch", "-q", "two");
      preview.awaitCalm();
      assertThat(text(preview, "topic/all-kinds.html")).contains("Another network.");
      assertThat(text(preview, "other/moved.html")).contains("That.");
    }
  }

  @Test
  void answersOnlyWhoAsksForThisMachineByItsName() throws Exception {
    MiniBook book = MiniBook.copyOf("markdown", folder);
    try (Preview preview = book.preview()) {
      preview.awaitCalm();
      int port = URI.create(preview.address()).getPort();

      assertThat(status(port, "GET /index.html", "127.0.0.1:" + port)).isEqualTo(200);
      assertThat(status(port, "GET /index.html", "localhost:" + port)).isEqualTo(200);
      assertThat(status(port, "GET /index.html", "rebound.example.org:" + port)).isEqualTo(403);
      assertThat(status(port, "GET /-/events?page=/", "rebound.example.org")).isEqualTo(403);
      assertThat(status(port, "POST /index.html", "127.0.0.1:" + port)).isEqualTo(405);
      assertThat(status(port, "GET /../content/index.md", "127.0.0.1:" + port)).isEqualTo(404);
      assertThat(status(port, "GET /-/../Site.class", "127.0.0.1:" + port)).isEqualTo(404);
    }
  }

  private static void assertServesACleanBuild(Preview preview, MiniBook book) throws Exception {
    Path clean = book.root().resolveSibling("clean");
    FolderTree.delete(clean);
    for (String name : new String[] {"content", "answers", "templates", "site-src", ".git"}) {
      Folders.copy(book.root().resolve(name), clean.resolve(name));
    }
    MiniBook again = MiniBook.in(clean);
    assertThat(again.build()).as(again.output()).isTrue();
    Map<String, String> expected = Folders.texts(again.site());
    Map<String, String> draft = Folders.texts(book.root().resolve("target/preview/site"));

    assertThat(draft.keySet()).isEqualTo(expected.keySet());
    for (Map.Entry<String, String> file : expected.entrySet()) {
      assertThat(text(preview, file.getKey()).equals(file.getValue())).as(file.getKey()).isTrue();
      assertThat(draft.get(file.getKey()).equals(file.getValue())).as(file.getKey()).isTrue();
    }
  }

  /** What is served, without what the preview adds; each byte is a character. */
  private static String text(Preview preview, String address) throws Exception {
    HttpResponse<byte[]> response = get(preview, address);
    assertThat(response.statusCode()).as(address).isEqualTo(200);
    return new String(response.body(), StandardCharsets.ISO_8859_1)
        .replaceFirst(
            "<script src=\"/-/preview.js\" data-version=\"[0-9a-f]+\" defer></script>\n", "");
  }

  private static HttpResponse<byte[]> get(Preview preview, String address) throws Exception {
    URI uri = URI.create(preview.address() + address);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
  }

  private static int status(int port, String request, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String text = request + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: 0\r\n\r\n";
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
      return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring(9));
    }
  }

  private static void git(MiniBook book, String... arguments) throws InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try {
      Process process =
          new ProcessBuilder(command).directory(book.root().toFile()).inheritIO().start();
      assertThat(process.waitFor()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
