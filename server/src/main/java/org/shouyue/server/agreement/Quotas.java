package org.shouyue.server.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.contract.plan.PlannedQuota;
import org.shouyue.contract.plan.Window;
import org.shouyue.server.agreement.QuotaStanding.Use;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Ceilings on what a client may ask for: "at most ten a year". Each thing uses its quota once;
/// what is refused or withdrawn gives it back; people are told when four fifths are used and of the
/// last.
@Service
public class Quotas {
  private final QuotaRows rows;
  private final Contracts contracts;
  private final Agreements agreements;
  private final ApplicationEventPublisher events;

  Quotas(
      QuotaRows rows,
      Contracts contracts,
      Agreements agreements,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.contracts = contracts;
    this.agreements = agreements;
    this.events = events;
  }

  /// Every quota of a contract in every period that has begun, with what it was used for; empty for
  /// a draft.
  ///
  /// @throws Problem 404 when there is no such contract in scope
  @Transactional(readOnly = true)
  public List<QuotaStanding> of(UUID contract, Instant now) {
    Agreement agreement = agreements.require(contract);
    return agreement.state() == AgreementState.DRAFT ? List.of() : standings(agreement, now);
  }

  /// Where the quota of a service stands now; null when it has none.
  @Transactional(readOnly = true)
  public @Nullable QuotaStanding of(UUID contract, String service, Instant now) {
    return current(of(contract, now), service);
  }

  /// Uses one of a service's quota; does nothing for a service without one, nor for a matter that
  /// uses it already.
  ///
  /// @throws Problem 409 when the quota of the present period is used up
  @Transactional
  public void use(QuotaMatter matter, Instant now) {
    use(matter, false, now);
  }

  /// Counts something that the client agreed to in writing beyond the ceiling.
  @Transactional
  public void useExtra(QuotaMatter matter, Instant now) {
    use(matter, true, now);
  }

  /// Gives back what a thing used, because it was refused or withdrawn; does nothing when it used
  /// nothing.
  @Transactional
  public void giveBack(UUID client, String about, Instant now) {
    if (rows.giveBack(about, now)) {
      events.publishEvent(new Changed(client, "quota.returned", about));
    }
  }

  private void use(QuotaMatter matter, boolean extra, Instant now) {
    Agreement agreement = contracts.lock(matter.contractId());
    if (agreement == null) {
      throw Problem.notFound("contract", matter.contractId());
    }
    if (agreement.state() == AgreementState.DRAFT || rows.uses(matter)) {
      return;
    }
    QuotaStanding standing = current(standings(agreement, now), matter.serviceId());
    if (standing == null) {
      return;
    }
    if (!extra && standing.left() == 0) {
      throw usedUp(standing);
    }
    rows.add(agreement.clientId(), matter, standing.from(), extra, now);
    events.publishEvent(
        new Changed(
            agreement.clientId(),
            extra ? "quota.extra" : "quota.used",
            matter.about(),
            Map.of("service", matter.serviceId(), "atMost", standing.atMost())));
    if (!extra) {
      warn(agreement, standing.serviceId(), now);
    }
  }

  private static Problem usedUp(QuotaStanding standing) {
    return Problem.conflict(
            "quota-used-up",
            "%s 至 %s 的限额 %d 次已用完；可等待下一期，或作为增购请求提交，由甲方书面确认后执行"
                .formatted(standing.from(), standing.to(), standing.atMost()))
        .with("atMost", standing.atMost())
        .with("used", standing.used());
  }

  /// Tells both sides once when four fifths are used, and once more of the last.
  private void warn(Agreement agreement, String service, Instant now) {
    QuotaStanding standing = current(standings(agreement, now), service);
    if (standing == null || !standing.isNearlyUsed()) {
      return;
    }
    String template = standing.left() == 0 ? "quota-last" : "quota-nearly-used";
    for (Role role : List.of(Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY)) {
      events.publishEvent(
          new NoticeWanted(
              agreement.clientId(),
              new Audience.OfRole(role),
              Urgency.NORMAL,
              template,
              Map.of(
                  "service", standing.title(),
                  "used", Integer.toString(standing.used()),
                  "atMost", Integer.toString(standing.atMost()),
                  "from", standing.from().toString(),
                  "to", standing.to().toString()),
              "contract/" + agreement.id(),
              "%s/%s/%s/%s/%s"
                  .formatted(template, agreement.id(), service, standing.from(), role.code())));
    }
  }

  private static @Nullable QuotaStanding current(List<QuotaStanding> standings, String service) {
    return standings.stream()
        .filter(one -> one.current() && one.serviceId().equals(service))
        .findFirst()
        .orElse(null);
  }

  private List<QuotaStanding> standings(Agreement agreement, Instant now) {
    WorkCalendar calendar = agreements.calendar(agreement);
    LocalDate today = calendar.dateOf(now);
    Map<QuotaRows.Period, List<Use>> uses = rows.of(agreement.id());
    List<QuotaStanding> standings = new ArrayList<>();
    for (PlannedQuota quota : agreements.plan(agreement).quotas()) {
      for (Window period : quota.windows()) {
        if (!today.isBefore(period.firstDay())) {
          var key = new QuotaRows.Period(quota.serviceId(), period.firstDay());
          standings.add(
              standing(agreement, quota, period, today, uses.getOrDefault(key, List.of())));
        }
      }
    }
    return standings;
  }

  private static QuotaStanding standing(
      Agreement agreement, PlannedQuota quota, Window period, LocalDate today, List<Use> uses) {
    ServiceItem item =
        agreement.contract().services().stream()
            .filter(service -> service.id().equals(quota.serviceId()))
            .findFirst()
            .orElseThrow();
    List<Use> counted = uses.stream().filter(use -> use.returnedAt() == null).toList();
    int extra = (int) counted.stream().filter(Use::extra).count();
    return new QuotaStanding(
        quota.serviceId(),
        item.title(),
        item.clause(),
        period.firstDay(),
        period.lastDay(),
        quota.atMost(),
        counted.size() - extra,
        extra,
        !today.isAfter(period.lastDay()),
        uses);
  }
}
