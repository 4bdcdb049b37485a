package org.shouyue.server.tenant;

import java.io.PrintStream;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerSettings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Creates the provider's manager `admin` when nobody can sign in yet, and tells the password once.
@Component
final class FirstAccount implements ApplicationRunner {
  static final String USERNAME = "admin";

  private final People people;
  private final Passwords passwords;
  private final ServerSettings settings;

  FirstAccount(People people, Passwords passwords, ServerSettings settings) {
    this.people = people;
    this.passwords = passwords;
    this.settings = settings;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!people.none()) {
      return;
    }
    @Nullable String given = settings.adminPassword();
    boolean random = given == null || given.isBlank();
    String password = random || given == null ? Passwords.random() : given;
    Person admin =
        new Person(
            UUID.randomUUID(),
            USERNAME,
            "管理员",
            Role.PROVIDER_MANAGER,
            passwords.encode(password),
            "zh-CN",
            false,
            null,
            false,
            0);
    if (people.add(admin, Set.of(), null, null) && random) {
      tell(password);
    }
  }

  /// To standard output and not to the log, which others may read.
  private static void tell(String password) {
    PrintStream out = System.out;
    out.println("first account: " + USERNAME + " / " + password + "  (shown once; keep it)");
  }
}
