package org.shouyue.server.tenant;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/people")
final class PeopleController {
  private final People people;
  private final Passwords passwords;

  PeopleController(People people, Passwords passwords) {
    this.people = people;
    this.passwords = passwords;
  }

  /// @param clients whom the person works for or belongs to; a manager sees all and names none
  record NewPerson(
      String username,
      String name,
      Role role,
      String password,
      @Nullable Set<UUID> clients,
      @Nullable String mail,
      @Nullable String phone) {
    NewPerson {
      clients = clients == null ? Set.of() : Set.copyOf(clients);
      new Checks()
          .text("username", username, 64)
          .text("name", name, 64)
          .present("role", role)
          .text("password", password, 200)
          .that(
              password == null || password.length() >= Passwords.SHORTEST,
              "password",
              "must have at least " + Passwords.SHORTEST + " characters")
          .that(
              role == null || role.seesAll() || !clients.isEmpty(),
              "clients",
              "must name at least one client for this role")
          .that(
              mail == null || mail.isBlank() || mail.matches("[^@\\s]+@[^@\\s]+"),
              "mail",
              "must be a mail address")
          .that(
              phone == null || phone.isBlank() || phone.matches("\\+?[0-9 -]{5,20}"),
              "phone",
              "must be a telephone number")
          .done();
    }

    @Override
    public String toString() {
      return "NewPerson[" + username + "]";
    }
  }

  /// The answer to a new person.
  record Added(UUID id, String username, String name, Role role) {}

  @GetMapping
  @AllowedTo({Role.PROVIDER_MANAGER, Role.AUDITOR})
  Page<People.Listed> list(PageRequest request) {
    return people.page(request);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  Added add(@RequestBody NewPerson given) {
    Set<UUID> clients = given.clients() == null ? Set.of() : given.clients();
    for (UUID client : clients) {
      if (!TenantScope.visible().contains(client)) {
        throw Problem.invalid("clients", "names no client " + client);
      }
    }
    Person person =
        new Person(
            UUID.randomUUID(),
            given.username().strip(),
            given.name().strip(),
            given.role(),
            passwords.encode(given.password()),
            "zh-CN",
            false,
            null,
            false,
            0);
    if (!people.add(person, clients, blank(given.mail()), blank(given.phone()))) {
      throw Problem.conflict("already-there", "the user name " + person.username() + " is taken");
    }
    return new Added(person.id(), person.username(), person.name(), person.role());
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
