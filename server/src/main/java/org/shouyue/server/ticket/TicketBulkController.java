package org.shouyue.server.ticket;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The same act on many tickets. Each is answered for itself: what fails for one is done for the
/// others.
@RestController
class TicketBulkController {
  private static final int MOST = 200;
  private static final Set<String> ACTS = Set.of("assign", "respond", "close", "comment");

  private final TicketListing listing;
  private final TicketActs acts;
  private final TicketPeople people;
  private final TicketComments comments;
  private final InstantSource clock;

  TicketBulkController(
      TicketListing listing,
      TicketActs acts,
      TicketPeople people,
      TicketComments comments,
      InstantSource clock) {
    this.listing = listing;
    this.acts = acts;
    this.people = people;
    this.comments = comments;
    this.clock = clock;
  }

  /// What is to be done with all of them.
  ///
  /// @param act `assign`, `respond`, `close` or `comment`
  /// @param personId to whom they are given; null takes them away from everybody
  record Bulk(List<UUID> ids, String act, @Nullable UUID personId, @Nullable String text) {
    Bulk {
      new Checks()
          .some("ids", ids)
          .that(ids == null || ids.size() <= MOST, "ids", "must not be more than " + MOST)
          .that(act != null && ACTS.contains(act), "act", "must be one of " + ACTS)
          .done();
      ids = ids.stream().distinct().toList();
    }
  }

  /// What came of it for one ticket.
  ///
  /// @param code why not; null when it was done
  record Done(UUID id, boolean ok, @Nullable String code, @Nullable String message) {}

  @PostMapping("/api/tickets/bulk")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  List<Done> bulk(@RequestBody Bulk given) {
    Set<UUID> visible = new HashSet<>(listing.visible(given.ids()));
    if (visible.isEmpty()) {
      throw Problem.notFound("ticket", given.ids().getFirst());
    }
    Caller caller = Caller.current();
    Instant now = clock.instant();
    return given.ids().stream().map(id -> one(id, given, caller, now)).toList();
  }

  private Done one(UUID id, Bulk given, Caller caller, Instant now) {
    try {
      act(id, given, caller, now);
      return new Done(id, true, null, null);
    } catch (Problem problem) {
      return new Done(id, false, problem.code(), problem.getMessage());
    }
  }

  private void act(UUID id, Bulk given, Caller caller, Instant now) {
    String text = given.text() == null || given.text().isBlank() ? null : given.text().strip();
    switch (given.act()) {
      case "assign" -> {
        if (!caller.provides()) {
          throw Problem.forbidden("只有乙方人员可以指派");
        }
        people.assign(id, given.personId(), caller, now);
      }
      case "comment" -> {
        String said = text == null ? "" : text;
        comments.add(
            id, new TicketComments.Comment(caller.name(), caller.id(), said, now), List.of());
      }
      case "respond", "close" ->
          acts.act(
              id,
              TicketEvent.of(now, TicketEventType.of(given.act()), caller.name(), text),
              caller);
      default -> throw new IllegalStateException(given.act());
    }
  }
}
