package org.shouyue.engine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouyue.engine.site.Given.loopback;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouyue.engine.site.PortCheck.Reachability;

@Timeout(60)
class PortCheckTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Given given = new Given();
  private final PortCheck check = new PortCheck(given.broker);

  @Test
  void tellsOpenFromClosedFromRefusedFromUnknown() throws IOException {
    LoopbackServer server = LoopbackServer.answering("");
    int port = server.port();

    Reachability open = check.run(loopback(), "127.0.0.1", port, LIMIT);
    Reachability outside = check.run(Given.purpose("address:127.0.0.2"), "127.0.0.1", port, LIMIT);
    server.close();
    Reachability closed = check.run(loopback(), "127.0.0.1", port, LIMIT);
    Reachability nowhere = check.run(Given.purpose("host:nowhere.test"), "nowhere.test", 80, LIMIT);

    assertThat(open).isInstanceOf(Reachability.Open.class);
    assertThat(outside).isInstanceOf(Reachability.NotPermitted.class);
    assertThat(closed).isEqualTo(new Reachability.Closed());
    assertThat(nowhere).isInstanceOf(Reachability.Unknown.class);
  }
}
