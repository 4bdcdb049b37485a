package org.shouyue.server.ticket;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.ticket.TicketFilters.Filter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A person's saved lists of tickets.
@RestController
@RequestMapping("/api/tickets/filters")
class TicketFiltersController {
  private final TicketFilters filters;
  private final InstantSource clock;

  TicketFiltersController(TicketFilters filters, InstantSource clock) {
    this.filters = filters;
    this.clock = clock;
  }

  /// A list to keep under a name.
  record NewFilter(String name, String query, boolean shared) {
    NewFilter {
      new Checks()
          .text("name", name, 60)
          .that(query != null && query.length() <= 2000, "query", "must be given")
          .done();
    }

    Filter as(UUID id) {
      return new Filter(id, name.strip(), query, shared, true);
    }
  }

  @GetMapping
  @AllowedToSignedIn
  List<Filter> list() {
    return filters.of(Caller.current());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedToSignedIn
  Filter add(@RequestBody NewFilter given) {
    Filter filter = given.as(UUID.randomUUID());
    filters.add(Caller.current(), filter, clock.instant());
    return filter;
  }

  @PutMapping("/{filter}")
  @AllowedToSignedIn
  Filter change(@PathVariable UUID filter, @RequestBody NewFilter given) {
    Filter changed = given.as(filter);
    filters.change(Caller.current(), changed);
    return changed;
  }

  @DeleteMapping("/{filter}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedToSignedIn
  void remove(@PathVariable UUID filter) {
    filters.remove(Caller.current(), filter);
  }
}
