package org.shouyue.server.portal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/portal")
class PortalController {
  private static final Comparator<Awaited> MOST_PRESSING =
      Comparator.comparing(Awaited::by, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Awaited::since);

  private final ObjectProvider<Awaiting> rooms;

  PortalController(ObjectProvider<Awaiting> rooms) {
    this.rooms = rooms;
  }

  /// What waits for the caller, the most pressing first.
  @GetMapping("/awaiting")
  @AllowedToSignedIn
  @Transactional(readOnly = true)
  List<Awaited> awaiting() {
    Caller caller = Caller.current();
    return rooms.stream().flatMap(room -> room.of(caller).stream()).sorted(MOST_PRESSING).toList();
  }
}
