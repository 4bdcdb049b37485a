package org.shouyue.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A real web server in a process of its own, serving a folder on loopback, with scripts to stop
/// it, start it and ask whether it runs: what a drill is held on.
public final class DrillGround implements AutoCloseable {
  private final Path scripts;
  private final int port;

  /// @param folder an existing folder for the scripts
  public DrillGround(Path folder) {
    this.scripts = folder.toAbsolutePath().normalize();
    this.port = freePort();
  }

  /// Writes the site and the scripts, and starts the server.
  public DrillGround serving(Path site) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String up = "(exec 3<>/dev/tcp/127.0.0.1/%d) 2>/dev/null".formatted(port);
    try {
      Files.createDirectories(scripts);
      Files.createDirectories(site);
      Files.writeString(site.resolve("index.html"), "<title>演练站点</title>欢迎\n");
      script("status.sh", up);
      script(
          "start.sh",
          """
          cd /
          setsid %s -Xmx32m -m jdk.httpserver -p %d -b 127.0.0.1 -d %s \
          </dev/null >/dev/null 2>&1 &
          echo $! >%s/pid
          for n in $(seq 200); do %s && exit 0; sleep 0.1; done; exit 1
          """
              .formatted(java, port, site, scripts, up));
      script(
          "stop.sh",
          """
          kill "$(cat %s/pid)"
          for n in $(seq 200); do %s || exit 0; sleep 0.1; done; exit 1
          """
              .formatted(scripts, up));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("start.sh");
    return this;
  }

  private void script(String name, String body) throws IOException {
    Path file = scripts.resolve(name);
    Files.writeString(file, "#!/bin/bash\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  public String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  public boolean runs() {
    return run("status.sh") == 0;
  }

  /// The server settings that let drills stop it, as the service `site`.
  public String[] settings() {
    String key = "shouyue.drill.services.site.";
    return new String[] {
      key + "stop=" + scripts.resolve("stop.sh"),
      key + "start=" + scripts.resolve("start.sh"),
      key + "status=" + scripts.resolve("status.sh")
    };
  }

  private int run(String name) {
    try {
      return new ProcessBuilder(scripts.resolve(name).toString()).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (runs()) {
      run("stop.sh");
    }
  }
}
