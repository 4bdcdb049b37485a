package org.shouyue.cli;

import java.util.ArrayList;
import java.util.List;
import org.shouyue.contract.plan.ContractPlan;
import org.shouyue.contract.plan.PlannedAcceptance;
import org.shouyue.contract.plan.PlannedObligation;
import org.shouyue.contract.plan.PlannedPayment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A plan for the terminal and for programs.
final class PlanText {

  private PlanText() {}

  /// One dated thing a line, in the order of time, then what has no date, then warnings.
  static String of(ContractPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(Words.say("plan.term", plan.term().from(), plan.term().to(), plan.calendar()));
    lines.add("");
    lines.add(Words.say("plan.obligations", plan.dated().size()));
    for (PlannedObligation one : plan.dated()) {
      lines.add(
          "  %s .. %s  %s  %-8s #%d  %s"
              .formatted(
                  one.window().firstDay(),
                  one.window().lastDay(),
                  one.dueDate(),
                  one.serviceId(),
                  one.ordinal(),
                  one.capability().code()));
    }
    undated(plan, lines);
    money(plan, lines);
    plan.warnings()
        .forEach(warning -> lines.add(Words.choose(warning.chinese(), warning.english())));
    return String.join("\n", lines);
  }

  private static void undated(ContractPlan plan, List<String> lines) {
    lines.add("");
    lines.add(Words.say("plan.rules", plan.rules().size()));
    plan.rules()
        .forEach(rule ->
            lines.add(
                "  %-8s %s  %s"
                    .formatted(
                        rule.serviceId(),
                        rule.capability().code(),
                        Words.say("plan.set-off." + rule.setOffBy().name()))));
    lines.add(Words.say("plan.quotas", plan.quotas().size()));
    plan.quotas()
        .forEach(quota ->
            lines.add(
                "  %-8s %s  <= %d x %d"
                    .formatted(
                        quota.serviceId(),
                        quota.capability().code(),
                        quota.atMost(),
                        quota.windows().size())));
    lines.add(Words.say("plan.unplanned", plan.unplanned().size()));
    plan.unplanned()
        .forEach(left ->
            lines.add(
                "  %-8s %s: %s"
                    .formatted(
                        left.serviceId(),
                        left.title(),
                        Words.choose(left.chinese(), left.english()))));
  }

  private static void money(ContractPlan plan, List<String> lines) {
    lines.add("");
    lines.add(Words.say("plan.payments", plan.payments().size()));
    for (PlannedPayment payment : plan.payments()) {
      lines.add(
          "  #%d  %s  %s"
              .formatted(
                  payment.ordinal(),
                  payment.amount() == null ? "-" : payment.amount().toPlainString(),
                  payment.due() == null ? Words.say("plan.waits") : payment.due()));
    }
    lines.add(Words.say("plan.acceptances", plan.acceptances().size()));
    for (PlannedAcceptance acceptance : plan.acceptances()) {
      lines.add(
          "  #%d  %s  %s"
              .formatted(
                  acceptance.ordinal(),
                  acceptance.serviceUntil(),
                  acceptance.due() == null ? "-" : acceptance.due()));
    }
  }

  /// The same as one JSON object: `term`, `calendar`, `obligations`, `rules`, `quotas`,
  /// `unplanned`, `payments`, `acceptances`, `warnings`.
  static String json(ContractPlan plan) {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = mapper.createObjectNode();
    root.putObject("term")
        .put("from", plan.term().from().toString())
        .put("to", plan.term().to().toString());
    root.put("calendar", plan.calendar().toString());
    ArrayNode obligations = root.putArray("obligations");
    plan.dated().forEach(one -> obligation(obligations.addObject(), one));
    ArrayNode rules = root.putArray("rules");
    plan.rules()
        .forEach(rule ->
            rules
                .addObject()
                .put("service", rule.serviceId())
                .put("capability", rule.capability().code())
                .put("setOffBy", rule.setOffBy().name().toLowerCase(java.util.Locale.ROOT)));
    ArrayNode quotas = root.putArray("quotas");
    plan.quotas()
        .forEach(quota ->
            quotas
                .addObject()
                .put("service", quota.serviceId())
                .put("capability", quota.capability().code())
                .put("atMost", quota.atMost())
                .put("windows", quota.windows().size()));
    ArrayNode unplanned = root.putArray("unplanned");
    plan.unplanned()
        .forEach(left ->
            unplanned
                .addObject()
                .put("service", left.serviceId())
                .put("title", left.title())
                .put("reason", left.reason().name().toLowerCase(java.util.Locale.ROOT))
                .put("message", Words.choose(left.chinese(), left.english())));
    moneyJson(plan, root);
    ArrayNode warnings = root.putArray("warnings");
    plan.warnings()
        .forEach(warning -> warnings.add(Words.choose(warning.chinese(), warning.english())));
    return root.toPrettyString();
  }

  private static void obligation(ObjectNode node, PlannedObligation one) {
    node.put("service", one.serviceId())
        .put("capability", one.capability().code())
        .put("kind", one.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .put("ordinal", one.ordinal())
        .put("from", one.window().firstDay().toString())
        .put("to", one.window().lastDay().toString())
        .put("due", one.dueDate().toString());
  }

  private static void moneyJson(ContractPlan plan, ObjectNode root) {
    ArrayNode payments = root.putArray("payments");
    for (PlannedPayment payment : plan.payments()) {
      payments
          .addObject()
          .put("ordinal", payment.ordinal())
          .put("amount", payment.amount() == null ? null : payment.amount().toPlainString())
          .put("due", payment.due() == null ? null : payment.due().toString())
          .put("invoiceBy", payment.invoiceBy() == null ? null : payment.invoiceBy().toString());
    }
    ArrayNode acceptances = root.putArray("acceptances");
    for (PlannedAcceptance acceptance : plan.acceptances()) {
      acceptances
          .addObject()
          .put("ordinal", acceptance.ordinal())
          .put("serviceUntil", acceptance.serviceUntil().toString())
          .put("due", acceptance.due() == null ? null : acceptance.due().toString());
    }
  }
}
