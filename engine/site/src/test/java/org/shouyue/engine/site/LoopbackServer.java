package org.shouyue.engine.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/// A server on loopback that answers each connection as the test says.
final class LoopbackServer implements AutoCloseable {
  interface Behaviour {
    void serve(String requestHead, OutputStream out, Socket socket) throws IOException;
  }

  final List<String> requests = new CopyOnWriteArrayList<>();
  private final Thread accepting;
  private final ServerSocket listening;
  private final Behaviour behaviour;
  private final boolean readsRequest;

  private LoopbackServer(ServerSocket listening, Behaviour behaviour, boolean readsRequest) {
    this.listening = listening;
    this.behaviour = behaviour;
    this.readsRequest = readsRequest;
    this.accepting = Thread.startVirtualThread(this::accept);
  }

  static LoopbackServer answering(String... responses) throws IOException {
    return behaving((head, out, _) -> out.write(response(String.join("", responses))));
  }

  /// On another address of the loopback network.
  static LoopbackServer at(String address, String response) throws IOException {
    return new LoopbackServer(
        listen(ServerSocketFactory.getDefault(), address),
        (_, out, _) -> out.write(response(response)),
        true);
  }

  private static ServerSocket listen(ServerSocketFactory factory, String address)
      throws IOException {
    return factory.createServerSocket(0, 50, InetAddress.ofLiteral(address));
  }

  static LoopbackServer behaving(Behaviour behaviour) throws IOException {
    return new LoopbackServer(
        listen(ServerSocketFactory.getDefault(), "127.0.0.1"), behaviour, true);
  }

  /// Hands over each connection without reading from it first.
  static LoopbackServer raw(Behaviour behaviour) throws IOException {
    return new LoopbackServer(
        listen(ServerSocketFactory.getDefault(), "127.0.0.1"), behaviour, false);
  }

  static LoopbackServer secured(SSLContext context, String response) throws IOException {
    return new LoopbackServer(
        listen(context.getServerSocketFactory(), "127.0.0.1"),
        (_, out, _) -> out.write(response(response)),
        true);
  }

  static byte[] response(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String page(String html) {
    byte[] utf8 = html.getBytes(StandardCharsets.UTF_8);
    return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
        + utf8.length
        + "\r\n\r\n"
        + new String(utf8, StandardCharsets.ISO_8859_1);
  }

  int port() {
    return listening.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.startVirtualThread(() -> serve(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      String head = readsRequest ? head(socket.getInputStream()) : "";
      requests.add(head);
      behaviour.serve(head, socket.getOutputStream(), socket);
      socket.getOutputStream().flush();
    } catch (IOException _) {
      // The other side went away: what it made of that is what the tests look at.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return head.toString();
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    try {
      // Until then the kernel may still take connections in.
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
