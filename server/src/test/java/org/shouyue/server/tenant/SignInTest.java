package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;

class SignInTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  @Test
  void opensASessionThatLastsUntilItIsClosed() {
    Browser browser = SERVER.browser().signIn("admin", ServerUnderTest.ADMIN_PASSWORD);

    assertThat(browser.get("/api/session").expect(200).text("person.role"))
        .isEqualTo("provider-manager");

    browser.delete("/api/session").expect(204);
    assertThat(browser.get("/api/session").expect(401).text("code")).isEqualTo("not-signed-in");
  }

  @Test
  void answersAWrongPasswordAndAnUnknownNameAlike() {
    var wrong =
        SERVER
            .browser()
            .post("/api/session", Map.of("username", "admin", "password", "not this one"))
            .expect(401);
    var unknown =
        SERVER
            .browser()
            .post("/api/session", Map.of("username", "nobody", "password", "not this one"))
            .expect(401);

    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.text("code")).isEqualTo("bad-credentials");
  }
}
