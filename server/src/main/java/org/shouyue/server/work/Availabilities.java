package org.shouyue.server.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.settlement.SettlementEvent;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.SettlementFacts;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How available the watched assets of a contract were.
@Service
public class Availabilities implements SettlementFacts {
  private static final String SITE = Capability.SITE_AVAILABILITY.code();

  private final JdbcClient jdbc;
  private final ProbeLog probes;
  private final Agreements agreements;

  Availabilities(JdbcClient jdbc, ProbeLog probes, Agreements agreements) {
    this.jdbc = jdbc;
    this.probes = probes;
    this.agreements = agreements;
  }

  /// One watched asset of one service.
  public record Availability(
      String serviceId, String capability, UUID assetId, String assetName, Uptime uptime) {}

  /// Every watched asset of a contract in `[from, to)`.
  @Transactional(readOnly = true)
  public List<Availability> of(UUID contract, Instant from, Instant to) {
    return jdbc.sql(
            """
            select w.*, coalesce(s.name, '') as name
            from watch w left join asset s on s.id = w.asset_id
            where w.contract_id = :contract order by w.service_id, s.name\
            """)
        .param("contract", contract)
        .query((row, _) -> {
          String service = Sql.text(row, "service_id");
          UUID asset = Sql.uuid(row, "asset_id");
          Instant begin = later(from, Sql.instant(row, "from_at"));
          Instant end = earlier(to, Sql.instant(row, "to_at"));
          return new Availability(
              service,
              Sql.text(row, "capability"),
              asset,
              Sql.text(row, "name"),
              Uptime.of(begin, end, probes.within(contract, service, asset, begin, end)));
        })
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<SettlementEvent> events(Agreement agreement, Instant from, Instant to) {
    String subject = subject(agreement.contract());
    WorkCalendar calendar = agreements.calendar(agreement);
    List<SettlementEvent> events = new ArrayList<>();
    for (Availability one : of(agreement.id(), from, to)) {
      if (one.capability().equals(SITE)) {
        for (Uptime.Outage outage : one.uptime().outages()) {
          if (outage.length().isPositive()) {
            events.add(new SettlementEvent.Outage(subject, outage.from(), outage.to()));
          }
        }
        months(one, calendar, to)
            .forEach(month ->
                measured(agreement.id(), one, month, calendar, subject).ifPresent(events::add));
      }
    }
    return events;
  }

  /// The whole months of service that have passed, from the first day of service.
  private static List<LocalDate> months(Availability one, WorkCalendar calendar, Instant to) {
    LocalDate first = calendar.dateOf(one.uptime().from());
    List<LocalDate> months = new ArrayList<>();
    for (int n = 0; !calendar.startOf(first.plusMonths(n + 1L)).isAfter(to); n++) {
      months.add(first.plusMonths(n));
    }
    return months;
  }

  private Optional<SettlementEvent> measured(
      UUID contract, Availability one, LocalDate month, WorkCalendar calendar, String subject) {
    Instant begin = calendar.startOf(month);
    Instant end = calendar.startOf(month.plusMonths(1));
    BigDecimal share =
        Uptime.of(begin, end, probes.within(contract, one.serviceId(), one.assetId(), begin, end))
            .share();
    return share == null
        ? Optional.empty()
        : Optional.of(
            new SettlementEvent.AvailabilityMeasured(
                subject, month, month.plusMonths(1).minusDays(1), share));
  }

  /// The service level that an outage of a site belongs to: the one that promises a share of the
  /// time, else the first that promises mending.
  private static String subject(Contract contract) {
    return contract.serviceLevels().stream()
        .filter(level -> level.target() != null)
        .findFirst()
        .or(() ->
            contract.serviceLevels().stream()
                .filter(level -> level.resolve() != null)
                .filter(level -> level.subject().contains("故障"))
                .findFirst())
        .or(() ->
            contract.serviceLevels().stream().filter(level -> level.resolve() != null).findFirst())
        .map(ServiceLevel::subject)
        .orElse("");
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
