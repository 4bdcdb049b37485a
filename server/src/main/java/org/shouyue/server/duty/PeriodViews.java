package org.shouyue.server.duty;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.PersonCard;
import org.springframework.stereotype.Component;

/// Special periods as people read them: with names and what is covered.
@Component
class PeriodViews {
  private final SpecialPeriods periods;
  private final OnSiteShifts shifts;
  private final Clients clients;
  private final Directory directory;
  private final InstantSource clock;

  PeriodViews(
      SpecialPeriods periods,
      OnSiteShifts shifts,
      Clients clients,
      Directory directory,
      InstantSource clock) {
    this.periods = periods;
    this.shifts = shifts;
    this.clients = clients;
    this.directory = directory;
    this.clock = clock;
  }

  /// A period in a list.
  record ShownPeriod(
      UUID id,
      UUID clientId,
      String client,
      UUID contractId,
      String name,
      String source,
      Instant from,
      Instant to,
      @Nullable String place,
      SpecialPeriod.State state,
      Coverage coverage,
      UUID obligationId,
      @Nullable UUID paperId,
      @Nullable String reason) {}

  /// A shift with names.
  ///
  /// @param late whether somebody came after the grace
  /// @param unattended whether nobody has come although the grace is over
  record ShownShift(
      UUID id,
      Instant from,
      Instant to,
      @Nullable UUID personId,
      @Nullable String person,
      @Nullable Instant checkedInAt,
      @Nullable String place,
      boolean late,
      boolean unattended,
      @Nullable Instant checkedOutAt,
      @Nullable String handOver,
      @Nullable Instant takenOverAt) {}

  /// A period with its shifts and its log.
  record WholePeriod(
      ShownPeriod period, List<ShownShift> shifts, List<OnSiteShifts.Entry> entries) {}

  /// A shift of the caller's.
  ///
  /// @param handedOver the note of the shift before that waits to be taken over; null for none
  record MyShift(ShownPeriod period, ShownShift shift, @Nullable String handedOver) {}

  Page<ShownPeriod> page(@Nullable UUID client, @Nullable String state, PageRequest request) {
    Page<SpecialPeriod> page = periods.page(client, state, request);
    return new Page<>(
        page.items().stream().map(one -> shown(one, shifts.of(one.id()))).toList(),
        page.page(),
        page.size(),
        page.total());
  }

  WholePeriod whole(SpecialPeriod period) {
    List<OnSiteShift> all = shifts.of(period.id());
    Map<UUID, String> names = names(all);
    return new WholePeriod(
        shown(period, all),
        all.stream().map(shift -> shown(shift, names)).toList(),
        shifts.entries(period.id()));
  }

  List<MyShift> ofPerson(UUID person, Instant now) {
    return shifts.ofPerson(person, now).stream().map(this::mine).toList();
  }

  private MyShift mine(OnSiteShift shift) {
    SpecialPeriod period = periods.find(shift.periodId()).orElseThrow();
    List<OnSiteShift> all = shifts.of(period.id());
    String waiting =
        all.stream()
            .filter(one -> one.from().isBefore(shift.from()))
            .reduce((_, later) -> later)
            .filter(before -> before.takenOverAt() == null)
            .map(OnSiteShift::handOver)
            .orElse(null);
    return new MyShift(shown(period, all), shown(shift, names(List.of(shift))), waiting);
  }

  private ShownPeriod shown(SpecialPeriod one, List<OnSiteShift> all) {
    return new ShownPeriod(
        one.id(),
        one.clientId(),
        clients.find(one.clientId()).map(Client::name).orElse(""),
        one.contractId(),
        one.name(),
        one.source(),
        one.from(),
        one.to(),
        one.place(),
        one.state(),
        Coverage.of(one, all, clock.instant()),
        one.obligationId(),
        one.paperId(),
        one.reason());
  }

  private ShownShift shown(OnSiteShift shift, Map<UUID, String> names) {
    UUID person = shift.person();
    return new ShownShift(
        shift.id(),
        shift.from(),
        shift.to(),
        person,
        person == null ? null : names.getOrDefault(person, "已停用的人员"),
        shift.checkedInAt(),
        shift.place(),
        shift.late(),
        shift.unattended(clock.instant()),
        shift.checkedOutAt(),
        shift.handOver(),
        shift.takenOverAt());
  }

  private Map<UUID, String> names(Collection<OnSiteShift> all) {
    Set<UUID> people = new HashSet<>();
    for (OnSiteShift shift : all) {
      if (shift.person() != null) {
        people.add(shift.person());
      }
    }
    return directory.all(people).stream()
        .collect(Collectors.toMap(PersonCard::id, PersonCard::name));
  }
}
