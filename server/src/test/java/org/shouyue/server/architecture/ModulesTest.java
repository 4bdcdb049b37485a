package org.shouyue.server.architecture;

import org.junit.jupiter.api.Test;
import org.shouyue.server.ShouyueServer;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms of the server: no cycle, and nobody reaches into another's insides.
class ModulesTest {
  @Test
  void keepToTheirFaces() {
    ApplicationModules.of(ShouyueServer.class).verify();
  }
}
