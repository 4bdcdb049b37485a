package org.shouyue.server.tenant;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients")
final class ClientsController {
  private final Clients clients;

  ClientsController(Clients clients) {
    this.clients = clients;
  }

  record NewClient(String name, @Nullable String zone, @Nullable OfficeHours office) {
    NewClient {
      new Checks().text("name", name, 200).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Client> list(PageRequest request) {
    return clients.page(request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Client one(@PathVariable UUID id) {
    return clients.find(id).orElseThrow(() -> Problem.notFound("client", id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo(Role.PROVIDER_MANAGER)
  Client add(@RequestBody NewClient given) {
    Client client =
        new Client(UUID.randomUUID(), given.name().strip(), zone(given.zone()), given.office());
    return TenantScope.of(client.id()).call(() -> clients.add(client));
  }

  private static ZoneId zone(@Nullable String zone) {
    try {
      return ZoneId.of(zone == null ? "Asia/Shanghai" : zone);
    } catch (DateTimeException _) {
      throw Problem.invalid("zone", "must be a time zone as Asia/Shanghai, not " + zone);
    }
  }
}
