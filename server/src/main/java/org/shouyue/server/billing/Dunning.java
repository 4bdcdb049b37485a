package org.shouyue.server.billing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.calendar.WorkCalendar;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.Settlements;
import org.shouyue.server.agreement.Settlements.Instalment;
import org.shouyue.server.agreement.Settlements.SettlementView;
import org.shouyue.server.notify.Audience;
import org.shouyue.server.notify.NoticeWanted;
import org.shouyue.server.notify.Urgency;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.work.Timed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at every contract's instalments once a day, at nine in the morning in China, and raises
/// what is to be said. Each reminder is raised once, whatever happens to the server.
@Component
class Dunning implements Timed {
  private static final ZoneId ZONE = WorkCalendar.SHANGHAI;
  private static final LocalTime HOUR = LocalTime.of(9, 0);

  private final AtomicReference<@Nullable LocalDate> looked = new AtomicReference<>();
  private final Agreements agreements;
  private final Settlements settlements;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  Dunning(
      Agreements agreements,
      Settlements settlements,
      Ledger ledger,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.agreements = agreements;
    this.settlements = settlements;
    this.ledger = ledger;
    this.events = events;
    this.transaction = transaction;
  }

  @Override
  public @Nullable Instant next(Instant now) {
    Instant today = LocalDate.ofInstant(now, ZONE).atTime(HOUR).atZone(ZONE).toInstant();
    return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
  }

  @Override
  public void at(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    boolean early = now.atZone(ZONE).toLocalTime().isBefore(HOUR);
    if (early || today.equals(looked.get())) {
      return;
    }
    List<UUID> signed = transaction.execute(_ -> agreements.signed());
    for (UUID contract : signed) {
      transaction.executeWithoutResult(_ -> look(contract, now));
    }
    looked.set(today);
  }

  /// Raises what holds for one contract now.
  void look(UUID contract, Instant now) {
    Agreement agreement = agreements.requireSigned(contract);
    WorkCalendar calendar = agreements.calendar(agreement);
    LocalDate today = calendar.dateOf(now);
    SettlementView view = settlements.of(contract, now);
    List<Invoice> invoices = ledger.invoices(contract);
    for (Instalment one : view.payments()) {
      @Nullable LocalDate invoiced =
          invoices.stream()
              .filter(invoice -> invoice.instalment() == one.ordinal())
              .map(Invoice::deliveredOn)
              .findFirst()
              .orElse(null);
      for (DunningStep step : DunningStep.of(one, invoiced, today, calendar)) {
        raise(agreement, one, step, new Moment(now, today, interest(view, one)));
      }
    }
  }

  private record Moment(Instant now, LocalDate today, @Nullable BigDecimal interest) {}

  private void raise(Agreement agreement, Instalment one, DunningStep step, Moment moment) {
    @Nullable LocalDate last = step.isToClient() ? one.due() : one.invoiceBy();
    int late =
        last == null ? 0 : (int) Math.max(0, moment.today().toEpochDay() - last.toEpochDay());
    @Nullable BigDecimal interest = late > 0 && step.isToClient() ? moment.interest() : null;
    String text = text(one, last, late, interest);
    var reminder =
        new Ledger.Reminder(one.ordinal(), step.code(), moment.now(), late, interest, text);
    if (!ledger.raise(agreement.clientId(), agreement.id(), reminder)) {
      return;
    }
    tell(agreement, one, step, text, Role.PROVIDER_MANAGER);
    if (step.isToClient()) {
      tell(agreement, one, step, text, Role.CLIENT_SIGNATORY);
    }
  }

  private void tell(Agreement agreement, Instalment one, DunningStep step, String text, Role role) {
    events.publishEvent(
        new NoticeWanted(
            agreement.clientId(),
            new Audience.OfRole(role),
            step == DunningStep.LATE_FORMAL ? Urgency.HIGH : Urgency.NORMAL,
            step.code(),
            Map.of("instalment", Integer.toString(one.ordinal()), "text", text),
            "contract/" + agreement.id(),
            "%s/%s/%d/%s".formatted(step.code(), agreement.id(), one.ordinal(), role.code())));
  }

  private static String text(
      Instalment one, @Nullable LocalDate last, int late, @Nullable BigDecimal interest) {
    var text = new StringBuilder("第").append(one.ordinal()).append("期");
    if (one.amount() != null) {
      text.append("，金额").append(one.amount().toPlainString()).append("元");
    }
    text.append("，期限").append(last);
    if (late > 0) {
      text.append("，已逾期").append(late).append("日");
    }
    if (interest != null) {
      text.append("，按合同计违约金").append(interest.toPlainString()).append("元");
    }
    return text.append("。").toString();
  }

  /// What the client owes for paying this instalment late, as the settlement computes it.
  private static @Nullable BigDecimal interest(SettlementView view, Instalment one) {
    return view.penalties().stream()
        .filter(charge -> charge.party().equals("client"))
        .filter(charge -> charge.reference().equals("payment " + one.ordinal()))
        .map(Settlements.Charge::amount)
        .reduce(BigDecimal::add)
        .orElse(null);
  }
}
