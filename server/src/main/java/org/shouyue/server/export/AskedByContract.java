package org.shouyue.server.export;

import java.util.UUID;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.agreement.ContractPutInForce;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Turns a client's rule on when a contract that is put in force wants each case to be approved
/// (contract 2 annex 2 §3(6): 以一事一议的形式提交书面申请，由甲方签字盖章同意后方可施行). A rule that somebody has set already
/// stays as it is.
@Component
class AskedByContract {
  private static final String EACH_CASE = "一事一议";
  private static final int LONGEST_QUOTE = 160;

  private final Agreements agreements;
  private final ExportRules rules;

  AskedByContract(Agreements agreements, ExportRules rules) {
    this.agreements = agreements;
    this.rules = rules;
  }

  @EventListener
  void on(ContractPutInForce signed) {
    UUID client = signed.clientId();
    Agreement agreement = agreements.require(signed.contractId());
    agreement.source().stream()
        .filter(line -> line.contains(EACH_CASE))
        .findFirst()
        .filter(_ -> rules.of(client).setAt() == null)
        .ifPresent(line ->
            rules.set(
                new ExportRule(
                    client,
                    true,
                    null,
                    "合同《%s》约定：%s".formatted(agreement.contract().title(), quoted(line)),
                    signed.at(),
                    "system")));
  }

  private static String quoted(String line) {
    String text = line.strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
  }
}
