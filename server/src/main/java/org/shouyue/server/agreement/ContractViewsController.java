package org.shouyue.server.agreement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.shouyue.contract.ServiceItem;
import org.shouyue.server.agreement.ContractViews.Counts;
import org.shouyue.server.agreement.ContractViews.Day;
import org.shouyue.server.agreement.ContractViews.ServiceState;
import org.shouyue.server.agreement.Payments.PaymentMade;
import org.shouyue.server.agreement.Settlements.SettlementView;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a contract looks like from its year, its services and its money.
@RestController
@RequestMapping("/api/contracts/{id}")
class ContractViewsController {
  private final Agreements agreements;
  private final ContractViews views;
  private final Settlements settlements;
  private final Payments payments;
  private final Assets assets;

  ContractViewsController(
      Agreements agreements,
      ContractViews views,
      Settlements settlements,
      Payments payments,
      Assets assets) {
    this.agreements = agreements;
    this.views = views;
    this.settlements = settlements;
    this.payments = payments;
    this.assets = assets;
  }

  /// The days on which something is due.
  record Year(List<Day> days) {}

  @GetMapping("/calendar")
  @AllowedToSignedIn
  Year calendar(@PathVariable UUID id) {
    Agreement agreement = agreements.require(id);
    return new Year(views.days(id, agreements.calendar(agreement).zone().getId()));
  }

  /// An asset that a service works on.
  record ServiceAsset(UUID id, String name, String address) {}

  /// A service item, how it is executed and how far it is.
  ///
  /// @param way null for a draft
  record ServicePage(
      String id,
      @Nullable String clause,
      String title,
      String text,
      @Nullable Lines lines,
      String capability,
      @Nullable String frequency,
      @Nullable Integer atMost,
      List<String> deliverables,
      List<String> scope,
      boolean valueAdded,
      @Nullable Way way,
      @Nullable String note,
      @Nullable Counts counts,
      List<ServiceAsset> assets,
      @Nullable Integer used) {}

  @GetMapping("/services")
  @AllowedToSignedIn
  List<ServicePage> services(@PathVariable UUID id) {
    Agreement agreement = agreements.require(id);
    Map<String, ServiceState> states =
        views.services(id).stream()
            .collect(Collectors.toMap(ServiceState::serviceId, Function.identity()));
    return agreement.contract().services().stream()
        .map(item -> page(item, states.get(item.id())))
        .toList();
  }

  private ServicePage page(ServiceItem item, @Nullable ServiceState state) {
    List<Asset> works = state == null ? List.of() : assets.all(state.assets());
    return new ServicePage(
        item.id(),
        item.clause(),
        item.title(),
        item.text(),
        item.lines(),
        item.capability().code(),
        item.frequency() == null ? null : item.frequency().code(),
        item.atMost(),
        item.deliverables(),
        item.scope(),
        item.valueAdded(),
        state == null ? null : state.way(),
        state == null ? null : state.note(),
        state == null ? null : state.counts(),
        works.stream()
            .map(asset -> new ServiceAsset(asset.id(), asset.name(), asset.address()))
            .toList(),
        state == null ? null : state.used());
  }

  @GetMapping("/settlement")
  @AllowedToSignedIn
  SettlementView settlement(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable Instant upTo) {
    return upTo == null ? settlements.now(id) : settlements.of(id, upTo);
  }

  @GetMapping("/payments")
  @AllowedToSignedIn
  List<PaymentMade> payments(@PathVariable UUID id) {
    return payments.of(id);
  }

  /// Money that the client paid.
  record NewPayment(LocalDate date, BigDecimal amount) {
    NewPayment {
      new Checks()
          .present("date", date)
          .present("amount", amount)
          .that(amount == null || amount.signum() > 0, "amount", "must be more than nothing")
          .done();
    }
  }

  @PostMapping("/payments")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.CLIENT_SIGNATORY})
  PaymentMade pay(@PathVariable UUID id, @RequestBody NewPayment given) {
    return payments.add(agreements.requireSigned(id), given.date(), given.amount());
  }

  /// The event that an instalment waits for.
  record NewTrigger(int instalment, LocalDate date) {
    NewTrigger {
      new Checks()
          .present("date", date)
          .that(instalment > 0, "instalment", "must be its number, from 1")
          .done();
    }
  }

  @PostMapping("/payment-triggers")
  @AllowedTo(Role.PROVIDER_MANAGER)
  SettlementView trigger(@PathVariable UUID id, @RequestBody NewTrigger given) {
    Agreement agreement = agreements.requireSigned(id);
    boolean known =
        agreements.plan(agreement).payments().stream()
            .anyMatch(payment -> payment.ordinal() == given.instalment());
    if (!known) {
      throw Problem.invalid("instalment", "names no instalment of this contract");
    }
    payments.trigger(agreement, given.instalment(), given.date());
    return settlements.now(id);
  }
}
