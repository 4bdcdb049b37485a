package org.shouyue.server.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouyue.server.testing.Browser;
import org.shouyue.server.testing.ServerUnderTest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may do what: the handlers' annotations, the page `docs/permissions.md`, and what the running
/// server answers agree. After a change of the API, write the page anew with
/// `-Dshouyue.permissions.write=true`, and read the difference.
class PermissionsTest {
  @RegisterExtension static final ServerUnderTest SERVER = new ServerUnderTest();

  private static final Path PAGE = Path.of("../docs/permissions.md");
  private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
  private static final String HEAD =
      """
      # Who may do what

      Made from the handlers' annotations by `PermissionsTest`, which also calls every address as every
      role. ● may call it, within the clients that they see; ○ may, but only after signing in
      themselves: an API token is refused. Where `shouyue.administrators=separated`, the provider's
      manager is refused accounts and policy (`separated-duties`), and what one administrator changes
      waits for another.

      | address | %s |
      |---|%s|
      """
          .formatted(
              Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(" | ")),
              Stream.of(Role.values()).map(_ -> ":-:").collect(Collectors.joining("|")));

  private static final Map<Role, Browser> CALLERS = new EnumMap<>(Role.class);

  @BeforeAll
  static void oneOfEach() {
    UUID client = SERVER.client("甲方");
    for (Role role : Role.values()) {
      CALLERS.put(role, SERVER.as(role.code(), client));
    }
  }

  /// One way to call the API.
  record Deed(String method, String path, HandlerMethod handler) {
    boolean allows(Role role) {
      AllowedTo allowed = handler.getMethodAnnotation(AllowedTo.class);
      return allowed == null || Arrays.asList(allowed.value()).contains(role);
    }

    boolean inPerson() {
      return handler.hasMethodAnnotation(InPerson.class);
    }

    String line() {
      return "| `%s %s` | %s |"
          .formatted(
              method,
              path,
              Stream.of(Role.values())
                  .map(role -> allows(role) ? inPerson() ? "○" : "●" : "")
                  .collect(Collectors.joining(" | ")));
    }
  }

  @Test
  void thePageSaysWhatTheAnnotationsSay() throws IOException {
    String page = HEAD + deeds().stream().map(Deed::line).collect(Collectors.joining("\n")) + "\n";
    if (Boolean.getBoolean("shouyue.permissions.write")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  @Test
  void theServerAnswersAsTheAnnotationsSay() {
    List<String> wrong = new ArrayList<>();
    int called = 0;
    for (Deed deed : deeds()) {
      for (Role role : Role.values()) {
        if (!endsTheCaller(deed)) {
          Browser.Answer answer = call(CALLERS.get(role), deed);
          boolean refused =
              answer.status() == 403 && answer.body().contains("not allowed to a " + role.code());
          if (refused == deed.allows(role) || answer.status() == 401 || answer.status() >= 500) {
            wrong.add(deed + " by " + role.code() + ": " + answer.status() + " " + answer.body());
          }
          called++;
        }
      }
    }

    System.out.println(called + " calls answered as the permissions say");
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyReachesAnythingUnlessItIsOpenToAll() {
    for (Deed deed : deeds()) {
      int status = call(SERVER.browser(), deed).status();
      if (!deed.handler().hasMethodAnnotation(AllowedToAll.class)) {
        assertThat(status).as(deed.toString()).isEqualTo(401);
      }
    }
  }

  /// Signing out, and locking oneself out, would end the walk; signing in needs what is tried
  /// elsewhere, and answers 401 without it.
  private static boolean endsTheCaller(Deed deed) {
    return deed.path().startsWith("/api/session") || deed.path().equals("/api/account/password");
  }

  private static Browser.Answer call(Browser browser, Deed deed) {
    String path = deed.path().replaceAll("\\{\\*?\\w+}", NOBODY);
    return switch (deed.method()) {
      case "GET" -> browser.get(path);
      case "DELETE" -> browser.delete(path);
      case "PUT" -> browser.put(path, Map.of());
      case "POST" -> browser.post(path, Map.of());
      default -> throw new IllegalStateException(deed.method());
    };
  }

  private static List<Deed> deeds() {
    Map<String, Deed> deeds = new TreeMap<>();
    SERVER
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          for (String path : mapping.getPatternValues()) {
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
              if (path.startsWith("/api/")
                  && handler.getBeanType().getName().startsWith("org.shouyue.")) {
                deeds.put(path + " " + method, new Deed(method.name(), path, handler));
              }
            }
          }
        });
    assertThat(deeds).hasSizeGreaterThan(60);
    return List.copyOf(deeds.values());
  }
}
