package org.shouyue.server.agreement;

import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouyue.contract.calendar.OfficeHours;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.springframework.stereotype.Component;

/// The working time of each client, and every calendar that something was ever computed with.
@Component
public class Calendars {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Clients clients;
  private final Contracts contracts;
  private final ConcurrentHashMap<String, WorkCalendar> pinned = new ConcurrentHashMap<>();

  Calendars(Clients clients, Contracts contracts) {
    this.clients = clients;
    this.contracts = contracts;
  }

  /// The calendar of a client as it is today: China's holidays, their zone and office hours.
  public WorkCalendar of(UUID client) {
    Client served = clients.find(client).orElseThrow(() -> Problem.notFound("client", client));
    WorkCalendar calendar = WorkCalendar.china().withZone(served.zone());
    org.shouyue.server.tenant.OfficeHours office = served.office();
    return office == null ? calendar : calendar.withOfficeHours(OfficeHours.parse(written(office)));
  }

  /// The calendar with this version, exactly as it was when it was pinned.
  ///
  /// @throws IllegalArgumentException when no calendar was ever pinned under it
  public WorkCalendar pinned(String version) {
    WorkCalendar known = pinned.get(version);
    if (known != null) {
      return known;
    }
    String definition = contracts.calendar(version);
    if (definition == null) {
      throw new IllegalArgumentException("no calendar was pinned as " + version);
    }
    WorkCalendar calendar = WorkCalendar.parse(definition);
    pinned.put(version, calendar);
    return calendar;
  }

  private static String written(org.shouyue.server.tenant.OfficeHours office) {
    String from = CLOCK.format(office.from());
    String to = CLOCK.format(office.to());
    return office.breakFrom() == null || office.breakTo() == null
        ? from + "-" + to
        : "%s-%s,%s-%s"
            .formatted(from, CLOCK.format(office.breakFrom()), CLOCK.format(office.breakTo()), to);
  }
}
