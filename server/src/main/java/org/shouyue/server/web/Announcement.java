package org.shouyue.server.web;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says on standard output, for people and scripts, where the server answers.
@Component
final class Announcement {
  private final ServletWebServerApplicationContext context;

  Announcement(ServletWebServerApplicationContext context) {
    this.context = context;
  }

  @EventListener(ApplicationReadyEvent.class)
  void ready() {
    PrintStream out = System.out;
    var server = context.getWebServer();
    out.println("listening on http://127.0.0.1:" + (server == null ? -1 : server.getPort()));
    out.flush();
  }
}
