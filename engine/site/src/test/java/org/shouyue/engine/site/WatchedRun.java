package org.shouyue.engine.site;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.URI;
import java.time.Duration;

/// A process of its own in which every socket says who asked for it. Runs all checks of this engine
/// against a port and prints what came of them.
final class WatchedRun {
  private WatchedRun() {}

  // The factory is deprecated for programs that want other sockets; to watch them it is the one
  // way.
  @SuppressWarnings("deprecation")
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    Given given = new Given();
    Socket.setSocketImplFactory(WatchedRun::socket);

    SiteObservation seen =
        new AvailabilityCheck(given.broker, () -> Given.NOW)
            .run(
                Given.purpose(arguments[1]),
                AvailabilityRequest.of(URI.create("http://127.0.0.1:" + port + "/")));
    new CertificateCheck(given.broker, () -> Given.NOW)
        .run(
            Given.purpose(arguments[1]),
            CertificateRequest.of("127.0.0.1", port).within(Duration.ofMillis(300)));
    new PortCheck(given.broker)
        .run(Given.purpose(arguments[1]), "127.0.0.1", port, Duration.ofSeconds(5));
    System.out.println("outcome " + seen.facts().get("outcome"));
  }

  private static SocketImpl socket() {
    sayWho();
    return new ChannelSocket();
  }

  /// Prints the first class on the stack that is neither the platform's nor of this watch.
  static void sayWho() {
    StackWalker.getInstance()
        .walk(frames ->
            frames
                .map(StackWalker.StackFrame::getClassName)
                .filter(name -> !name.matches("(java|javax|sun|jdk)[.].*"))
                .filter(name -> !name.contains("Watched") && !name.contains("ChannelSocket"))
                .findFirst())
        .ifPresent(name -> System.out.println("socket by " + name));
  }
}
