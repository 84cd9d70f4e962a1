package answerbook.answer.worker;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/**
 * Refuses the network inside the JVM, in words for authors. A sandbox refuses it once more, if
 * there is one; this refusal is there on every system, so that a program fails everywhere alike.
 */
public final class NoNetwork {
  /** What is said to who tries. */
  static final String MESSAGE = "a program has no network";

  /** Flags for the JVM: they name the classes that refuse channels. */
  public static final List<String> FLAGS =
      List.of(
          "-Djava.nio.channels.spi.SelectorProvider=" + NoChannels.class.getName(),
          "-Djava.nio.channels.spi.AsynchronousChannelProvider="
              + NoAsynchronousChannels.class.getName());

  private NoNetwork() {}

  /** Refuses sockets from now on; call it once. */
  @SuppressWarnings("deprecation") // No successor is as good at saying no.
  static void install() throws IOException {
    Socket.setSocketImplFactory(
        () -> {
          throw new NoNetworkException();
        });
    ServerSocket.setSocketFactory(
        () -> {
          throw new NoNetworkException();
        });
    DatagramSocket.setDatagramSocketImplFactory(
        () -> {
          throw new NoNetworkException();
        });
  }

  /** Thrown where only unchecked exceptions can be. */
  private static final class NoNetworkException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NoNetworkException() {
      super(MESSAGE);
    }
  }

  /** For methods that may throw it. */
  static SocketException refusal() {
    return new SocketException(MESSAGE);
  }
}
