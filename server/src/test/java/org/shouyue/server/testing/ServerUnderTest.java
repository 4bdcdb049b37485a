package org.shouyue.server.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.shouyue.server.ShouyueServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A real server on a free port over a fresh database, for the tests of one class:
///
/// ```java
/// @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();
/// ```
public final class ServerUnderTest implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
  public static final String ADMIN_PASSWORD = "correct-horse-battery";

  private final List<String> settings;
  private TestDatabase.Address database;
  private Path home;
  private ConfigurableApplicationContext context;
  private Browser admin;

  /// @param settings more properties, as in `shouyue.clock=replay:2026-01-01T00:00:00Z`
  public ServerUnderTest(String... settings) {
    this.settings = List.of(settings);
  }

  @Override
  public void beforeAll(ExtensionContext extension) {
    start();
  }

  @Override
  public void afterAll(ExtensionContext extension) {
    close();
  }

  /// Starts; to be called by tests that do not register it as an extension.
  public ServerUnderTest start() {
    if (database == null) {
      database = TestDatabase.migrated();
      home = TestDatabase.freshHome();
    }
    context = run(home);
    return this;
  }

  /// Starts a second server on the same database, as another node.
  public ConfigurableApplicationContext startSecond() {
    return run(home);
  }

  /// Stops and starts again on the same database.
  public void restart() {
    context.close();
    admin = null;
    start();
  }

  @Override
  public void close() {
    if (context != null) { // else it did not start, and says why itself
      context.close();
      context = null; // test classes keep this for good, and would keep the whole server with it
      admin = null;
    }
    database.drop();
  }

  public int port() {
    return port(context);
  }

  public static int port(ConfigurableApplicationContext context) {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return server.getPort();
  }

  public TestDatabase.Address database() {
    return database;
  }

  public Path home() {
    return home;
  }

  /// The server's insides.
  public ConfigurableApplicationContext context() {
    return context;
  }

  /// A bean of the server.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// A browser that nobody is signed in with.
  public Browser browser() {
    return new Browser(port());
  }

  /// A browser in which the provider's manager is signed in.
  public Browser admin() {
    if (admin == null) {
      admin = browser().signIn("admin", ADMIN_PASSWORD);
    }
    return admin;
  }

  /// Adds a client and returns its identifier.
  public UUID client(String name) {
    return UUID.fromString(
        admin().post("/api/clients", Map.of("name", name)).expect(201).text("id"));
  }

  /// A browser in which a new person of this role for these clients is signed in.
  public Browser as(String role, UUID... clients) {
    String username = role + "-" + UUID.randomUUID();
    String password = "a-long-password";
    admin()
        .post(
            "/api/people",
            Map.of(
                "username", username,
                "name", "某人",
                "role", role,
                "password", password,
                "clients", Arrays.asList(clients)))
        .expect(201);
    return browser().signIn(username, password);
  }

  /// The folder below which drills may place things.
  public Path drillGround() {
    return drillGround(home);
  }

  private static Path drillGround(Path home) {
    return home.toAbsolutePath().normalize().resolve("ground");
  }

  private ConfigurableApplicationContext run(Path folder) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--shouyue.home=" + folder);
    arguments.add("--shouyue.db.url=" + database.url());
    arguments.add("--shouyue.db.user=" + database.user());
    arguments.add("--shouyue.db.password=" + database.password());
    arguments.add("--shouyue.admin-password=" + ADMIN_PASSWORD);
    arguments.add("--shouyue.drill.roots=" + drillGround(folder));
    settings.forEach(setting -> arguments.add("--" + setting));
    SpringApplication application = new SpringApplication(ShouyueServer.class);
    application.setRegisterShutdownHook(false);
    return application.run(arguments.toArray(String[]::new));
  }
}
