package org.shouyue.server.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.server.work.Availabilities;
import org.shouyue.server.work.Availabilities.Availability;
import org.shouyue.server.work.Uptime;

/// Reads month by month how available the watched assets of a contract were.
final class AvailabilityRows {
  private final List<AvailabilityRow> months = new ArrayList<>();
  private final List<OutageRow> outages = new ArrayList<>();

  private AvailabilityRows() {}

  /// The months of a period, none of them later than now.
  static AvailabilityRows of(Availabilities availabilities, Period period, Contract contract) {
    var rows = new AvailabilityRows();
    BigDecimal target = target(contract);
    YearMonth last = YearMonth.from(period.to());
    for (YearMonth month = YearMonth.from(period.from());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      Instant from = period.at(later(month.atDay(1), period.from()));
      Instant end = period.at(earlier(month.atEndOfMonth(), period.to()).plusDays(1));
      Instant to = end.isAfter(period.now()) ? period.now() : end;
      if (from.isBefore(to)) {
        rows.month(availabilities.of(period.contract(), from, to), month, target);
      }
    }
    rows.months.sort((a, b) -> a.asset().compareTo(b.asset()));
    return rows;
  }

  /// Which contract, which days, in which zone, seen from when.
  record Period(UUID contract, LocalDate from, LocalDate to, ZoneId zone, Instant now) {
    Instant at(LocalDate day) {
      return day.atStartOfDay(zone).toInstant();
    }
  }

  List<AvailabilityRow> months() {
    return List.copyOf(months);
  }

  List<OutageRow> outages() {
    return List.copyOf(outages);
  }

  private void month(List<Availability> assets, YearMonth month, @Nullable BigDecimal target) {
    Set<UUID> seen = new HashSet<>();
    for (Availability one : assets) {
      Uptime uptime = one.uptime();
      if (!uptime.from().isBefore(uptime.to()) || !seen.add(one.assetId())) {
        continue;
      }
      boolean observed = uptime.said() > 0;
      months.add(
          new AvailabilityRow(
              one.assetName(),
              month,
              uptime.said() + (long) uptime.unsaid(),
              uptime.down(),
              uptime.unsaid(),
              observed ? Duration.between(uptime.from(), uptime.to()).toSeconds() : 0,
              uptime.outages().stream().mapToLong(o -> o.length().toSeconds()).sum(),
              target));
      uptime
          .outages()
          .forEach(o -> outages.add(new OutageRow(one.assetName(), o.from(), o.to(), List.of())));
    }
  }

  /// The strictest availability that the contract promises.
  private static @Nullable BigDecimal target(Contract contract) {
    return contract.serviceLevels().stream()
        .map(ServiceLevel::target)
        .filter(Objects::nonNull)
        .max(BigDecimal::compareTo)
        .orElse(null);
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
