package org.shouyue.contract.language;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Party;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;
import org.shouyue.contract.Total;

/// A contract as nested maps and lists of text, whole numbers, truth values and nulls: the fixed
/// form. Every key is there in its fixed order; absent values are null, lists never are.
final class ContractTree {

  private ContractTree() {}

  /// The fixed form of a contract.
  static Map<String, @Nullable Object> of(Contract contract) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("title", contract.title());
    tree.put("number", contract.number());
    tree.put("client", optional(contract.client(), ContractTree::party));
    tree.put("provider", optional(contract.provider(), ContractTree::party));
    tree.put("term", optional(contract.term(), ContractTree::term));
    tree.put("total", optional(contract.total(), ContractTree::total));
    tree.put("services", list(contract.services(), ContractTree::service));
    tree.put("serviceLevels", list(contract.serviceLevels(), ContractTree::level));
    tree.put("payments", list(contract.payments(), ContractTree::payment));
    tree.put("acceptances", list(contract.acceptances(), ContractTree::acceptance));
    tree.put("penalties", list(contract.penalties(), ContractTree::penalty));
    tree.put("secrecy", list(contract.secrecy(), ContractTree::secrecy));
    tree.put("ambiguities", list(contract.ambiguities(), ContractTree::ambiguity));
    return tree;
  }

  /// The keys of a part of the contract that may be absent as a whole; none for any other name.
  static List<String> keys(String part) {
    return switch (part) {
      case "client", "provider" -> List.of("name", "lines");
      case "term" -> List.of("from", "to", "length", "starts", "renewal", "renewalLength", "lines");
      case "total" -> List.of("amount", "currency", "lines");
      case "deadline" -> List.of("month", "fromDay", "day");
      default -> List.of();
    };
  }

  private static Map<String, @Nullable Object> party(Party party) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("name", party.name());
    tree.put("lines", lines(party.lines()));
    return tree;
  }

  private static Map<String, @Nullable Object> term(Term term) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("from", text(term.from()));
    tree.put("to", text(term.to()));
    tree.put("length", text(term.length()));
    tree.put("starts", code(term.starts()));
    tree.put("renewal", code(term.renewal()));
    tree.put("renewalLength", text(term.renewalLength()));
    tree.put("lines", lines(term.lines()));
    return tree;
  }

  private static Map<String, @Nullable Object> total(Total total) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("amount", decimal(total.amount()));
    tree.put("currency", total.currency());
    tree.put("lines", lines(total.lines()));
    return tree;
  }

  private static Map<String, @Nullable Object> service(ServiceItem service) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", service.id());
    tree.put("clause", service.clause());
    tree.put("title", service.title());
    tree.put("text", service.text());
    tree.put("lines", lines(service.lines()));
    tree.put("capability", service.capability().code());
    tree.put("frequency", text(service.frequency()));
    tree.put("atMost", service.atMost());
    tree.put("deadline", optional(service.deadline(), ContractTree::deadline));
    tree.put("deliverables", service.deliverables());
    tree.put("scope", service.scope());
    tree.put("valueAdded", service.valueAdded());
    return tree;
  }

  private static Map<String, @Nullable Object> deadline(Deadline deadline) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("month", deadline.month());
    tree.put("fromDay", deadline.fromDay());
    tree.put("day", deadline.day());
    return tree;
  }

  private static Map<String, @Nullable Object> level(ServiceLevel level) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("subject", level.subject());
    tree.put("severity", level.severity());
    tree.put("respond", text(level.respond()));
    tree.put("onSite", text(level.onSite()));
    tree.put("resolve", text(level.resolve()));
    tree.put("calendar", level.calendar().code());
    tree.put("target", decimal(level.target()));
    tree.put("lines", lines(level.lines()));
    tree.put("feedback", text(level.feedback()));
    tree.put("forewarn", level.forewarn());
    return tree;
  }

  private static Map<String, @Nullable Object> payment(Payment payment) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("percent", decimal(payment.percent()));
    tree.put("amount", decimal(payment.amount()));
    tree.put("trigger", payment.trigger() == null ? null : payment.trigger().code());
    tree.put("due", text(payment.due()));
    tree.put("calendar", code(payment.calendar()));
    tree.put("lines", lines(payment.lines()));
    return tree;
  }

  private static Map<String, @Nullable Object> acceptance(Acceptance acceptance) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("after", text(acceptance.after()));
    tree.put("within", text(acceptance.within()));
    tree.put("calendar", code(acceptance.calendar()));
    tree.put("rectify", text(acceptance.rectify()));
    tree.put("lines", lines(acceptance.lines()));
    return tree;
  }

  private static Map<String, @Nullable Object> penalty(Penalty penalty) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("party", code(penalty.party()));
    tree.put("subject", code(penalty.subject()));
    tree.put("rate", decimal(penalty.rate()));
    tree.put("per", code(penalty.per()));
    tree.put("base", code(penalty.base()));
    tree.put("cap", decimal(penalty.cap()));
    tree.put("fixed", decimal(penalty.fixed()));
    tree.put("step", decimal(penalty.step()));
    tree.put("lines", lines(penalty.lines()));
    tree.put("matter", penalty.concern().matter());
    tree.put("severities", penalty.concern().severities());
    tree.put("limits", penalty.concern().limits().stream().map(ServiceLevel.Limit::code).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> secrecy(Secrecy secrecy) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("term", secrecy.term());
    tree.put("lines", lines(secrecy.lines()));
    return tree;
  }

  private static Map<String, @Nullable Object> ambiguity(Ambiguity ambiguity) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("code", code(ambiguity.code()));
    tree.put("message", ambiguity.message());
    tree.put("lines", lines(ambiguity.lines()));
    return tree;
  }

  private static <T> @Nullable Object optional(
      @Nullable T value, Function<T, Map<String, @Nullable Object>> tree) {
    return value == null ? null : tree.apply(value);
  }

  private static <T> List<Object> list(
      List<T> values, Function<T, Map<String, @Nullable Object>> tree) {
    List<Object> items = new ArrayList<>(values.size());
    values.forEach(value -> items.add(tree.apply(value)));
    return items;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String decimal(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }

  private static @Nullable String code(@Nullable Enum<?> constant) {
    return constant == null ? null : Form.code(constant);
  }

  private static @Nullable String code(@Nullable CountedTime time) {
    return time == null ? null : time.code();
  }

  private static @Nullable Object lines(@Nullable Lines lines) {
    return lines == null ? null : List.of(lines.from(), lines.to());
  }
}
