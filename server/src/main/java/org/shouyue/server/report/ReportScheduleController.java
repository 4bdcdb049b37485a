package org.shouyue.server.report;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which reports the contracts ask for and when.
@RestController
@RequestMapping("/api/report-schedule")
class ReportScheduleController {
  private static final int LONGEST_LEAD = 60;

  private final ReportsDue due;
  private final Clients clients;
  private final ApplicationEventPublisher events;

  ReportScheduleController(ReportsDue due, Clients clients, ApplicationEventPublisher events) {
    this.due = due;
    this.clients = clients;
    this.events = events;
  }

  record Lead(UUID clientId, int days) {
    Lead {
      new Checks()
          .present("clientId", clientId)
          .that(days >= 1 && days <= LONGEST_LEAD, "days", "must be from 1 to " + LONGEST_LEAD)
          .done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<ReportsDue.Line> list(
      @RequestParam(required = false) @Nullable UUID contract, PageRequest request) {
    return due.page(contract, request);
  }

  @GetMapping("/lead")
  @AllowedToSignedIn
  @Transactional(readOnly = true)
  Lead lead(@RequestParam("client") UUID client) {
    requireClient(client);
    return new Lead(client, due.leadDays(client));
  }

  @PutMapping("/lead")
  @AllowedTo(Role.PROVIDER_MANAGER)
  @Transactional
  Lead lead(@RequestBody Lead given) {
    requireClient(given.clientId());
    due.leadDays(given.clientId(), given.days());
    events.publishEvent(
        new Changed(
            given.clientId(),
            "report.lead-set",
            "client/" + given.clientId(),
            Map.of("days", given.days())));
    return given;
  }

  private void requireClient(UUID client) {
    if (clients.find(client).isEmpty()) {
      throw Problem.notFound("client", client);
    }
  }
}
