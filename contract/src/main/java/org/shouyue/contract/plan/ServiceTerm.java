package org.shouyue.contract.plan;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// The days of service, both ends included.
///
/// A year from a signing on 15 September ends on 14 September: contracts that write both days
/// ("2023年1月1日至2023年12月31日") count so, and a term that only says 自签订之日起一年 is read the same way.
public record ServiceTerm(LocalDate from, LocalDate to) {

  public ServiceTerm {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a term ends on or after its first day, not " + from + ".." + to);
    }
  }

  /// The term of this length.
  public static ServiceTerm of(LocalDate from, Period length) {
    return new ServiceTerm(from, next(from, length).minusDays(1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// How many days of service.
  public long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /// The day on which a length of service is complete (服务期满六个月之日): the last of its days.
  public LocalDate served(Period length) {
    return next(from, length).minusDays(1);
  }

  /// The first day after a length of time that begins on a day.
  static LocalDate next(LocalDate from, Period length) {
    LocalDate next = from.plus(length);
    boolean shortMonth =
        length.get(ChronoUnit.DAYS) == 0 && next.getDayOfMonth() < from.getDayOfMonth();
    return shortMonth ? next.plusDays(1) : next;
  }

  Window whole(ZoneId zone) {
    return Window.of(from, to, zone);
  }
}
