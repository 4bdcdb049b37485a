package org.shouyue.server.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A small web site on loopback that can be broken and mended.
public final class TestSite implements AutoCloseable {
  static {
    // Otherwise head and body go out apart and the body waits 40 ms for the other side's answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final AtomicInteger visits = new AtomicInteger();
  private volatile boolean broken;

  public TestSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          visits.incrementAndGet();
          byte[] page = "<title>某县政府</title>欢迎".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(broken ? 503 : 200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  public int visits() {
    return visits.get();
  }

  public void breakDown() {
    broken = true;
  }

  public void mend() {
    broken = false;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
