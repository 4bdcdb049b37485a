package org.shouyue.server.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Files that travel with the renderers.
final class Resources {
  private Resources() {}

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks report/" + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException("report/" + name + " cannot be read", unreadable);
    }
  }
}
