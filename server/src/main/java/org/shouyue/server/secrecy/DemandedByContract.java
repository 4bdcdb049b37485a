package org.shouyue.server.secrecy;

import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.ContractPutInForce;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Turns a client's rule on when a contract that is put in force speaks of undertakings by each
/// person (contract 5, 《保密承诺书》). A rule that somebody has set already stays as it is.
@Component
class DemandedByContract {
  private static final String UNDERTAKING = "保密承诺书";

  private final Agreements agreements;
  private final SecrecyRules rules;

  DemandedByContract(Agreements agreements, SecrecyRules rules) {
    this.agreements = agreements;
    this.rules = rules;
  }

  @EventListener
  void on(ContractPutInForce signed) {
    UUID client = signed.clientId();
    Agreement agreement = agreements.require(signed.contractId());
    boolean names = agreement.source().stream().anyMatch(line -> line.contains(UNDERTAKING));
    if (names && rules.of(client).setAt() == null) {
      rules.set(
          new SecrecyRule(
              client,
              true,
              false,
              "合同《%s》约定参与人员须签署保密承诺书".formatted(agreement.contract().title()),
              signed.at(),
              "system"));
    }
  }
}
