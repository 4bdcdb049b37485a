package org.shouyue.server.tenant;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Creates the first accounts when nobody can sign in yet, and tells their passwords once: the
/// provider's manager `admin`, or, where the duties are separated, the three administrators, who
/// must each choose a password of their own at their first sign-in.
@Component
final class FirstAccount implements ApplicationRunner {
  static final String USERNAME = "admin";

  private final People people;
  private final Passwords passwords;
  private final ServerSettings settings;
  private final Administrators administrators;

  FirstAccount(
      People people, Passwords passwords, ServerSettings settings, Administrators administrators) {
    this.people = people;
    this.passwords = passwords;
    this.settings = settings;
    this.administrators = administrators;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!people.none()) {
      return;
    }
    if (!administrators.separated()) {
      create(USERNAME, "管理员", Role.PROVIDER_MANAGER, false);
      return;
    }
    Map<String, Role> three = new LinkedHashMap<>();
    three.put("sysadmin", Role.SYSTEM_ADMIN);
    three.put("secadmin", Role.SECURITY_ADMIN);
    three.put("auditor", Role.AUDITOR);
    three.forEach((username, role) -> create(username, named(role), role, true));
  }

  private void create(String username, String name, Role role, boolean once) {
    @Nullable String given = settings.adminPassword();
    boolean random = given == null || given.isBlank();
    String password = random || given == null ? Passwords.random() : given;
    PersonFields person =
        new PersonFields(username, name, role, Set.of(), null, null, null, false, null);
    boolean added = people.add(UUID.randomUUID(), person, passwords.encode(password), once);
    if (added && random) {
      tell(username, password);
    }
  }

  private static String named(Role role) {
    return switch (role) {
      case SYSTEM_ADMIN -> "系统管理员";
      case SECURITY_ADMIN -> "安全管理员";
      case AUDITOR -> "审计管理员";
      case PROVIDER_MANAGER, ENGINEER, CLIENT_READER, CLIENT_SIGNATORY ->
          throw new IllegalArgumentException(role + " is none of the three");
    };
  }

  /// To standard output and not to the log, which others may read.
  private static void tell(String username, String password) {
    PrintStream out = System.out;
    out.println("first account: " + username + " / " + password + "  (shown once; keep it)");
  }
}
