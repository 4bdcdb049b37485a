package org.shouyue.contract.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.Term;

/// What a contract says, as facts to be compared with a key.
final class ContractFacts {
  private ContractFacts() {}

  /// The fields that have one value each.
  static Map<String, @Nullable Object> singles(Contract contract) {
    Map<String, @Nullable Object> singles = new LinkedHashMap<>();
    Term term = contract.term();
    singles.put("title", contract.title());
    singles.put("number", contract.number());
    singles.put("client", contract.client() == null ? null : contract.client().name());
    singles.put("provider", contract.provider() == null ? null : contract.provider().name());
    singles.put("term.from", term == null ? null : term.from());
    singles.put("term.to", term == null ? null : term.to());
    singles.put("term.length", term == null ? null : term.length());
    singles.put("term.starts", term == null ? null : code(term.starts()));
    singles.put("term.renewal", term == null ? null : code(term.renewal()));
    singles.put("term.renewalLength", term == null ? null : term.renewalLength());
    singles.put("total.amount", contract.total() == null ? null : contract.total().amount());
    singles.put("total.currency", contract.total() == null ? null : contract.total().currency());
    return singles;
  }

  /// The list fields.
  static Map<String, List<Fact>> lists(Contract contract) {
    Map<String, List<Fact>> lists = new LinkedHashMap<>();
    lists.put("services", contract.services().stream().map(ContractFacts::service).toList());
    lists.put("serviceLevels", levels(contract));
    lists.put("payments", payments(contract));
    lists.put("acceptances", acceptances(contract));
    lists.put("penalties", contract.penalties().stream().map(ContractFacts::penalty).toList());
    List<Fact> secrecy = new ArrayList<>();
    contract.secrecy().forEach(one -> secrecy.add(fact(one.lines(), "term", one.term())));
    lists.put("secrecy", secrecy);
    List<Fact> ambiguities = new ArrayList<>();
    contract
        .ambiguities()
        .forEach(one -> ambiguities.add(fact(one.lines(), "code", code(one.code()))));
    lists.put("ambiguities", ambiguities);
    return lists;
  }

  private static Fact service(ServiceItem item) {
    Fact fact =
        fact(
            item.lines(),
            "capability",
            item.capability().code(),
            "frequency",
            item.frequency(),
            "atMost",
            item.atMost(),
            "deadline",
            deadline(item.deadline()),
            "valueAdded",
            item.valueAdded());
    return new Fact(
        fact.lines(),
        fact.values(),
        Map.of("deliverables", item.deliverables(), "scope", item.scope()),
        false);
  }

  private static List<Fact> levels(Contract contract) {
    List<Fact> facts = new ArrayList<>();
    contract
        .serviceLevels()
        .forEach(level ->
            facts.add(
                fact(
                    level.lines(),
                    "severity",
                    level.severity(),
                    "respond",
                    level.respond(),
                    "onSite",
                    level.onSite(),
                    "resolve",
                    level.resolve(),
                    "calendar",
                    level.calendar().code(),
                    "target",
                    level.target())));
    return facts;
  }

  private static List<Fact> payments(Contract contract) {
    List<Fact> facts = new ArrayList<>();
    contract
        .payments()
        .forEach(payment ->
            facts.add(
                fact(
                    payment.lines(),
                    "percent",
                    payment.percent(),
                    "amount",
                    payment.amount(),
                    "trigger",
                    payment.trigger() == null ? null : payment.trigger().code(),
                    "due",
                    payment.due(),
                    "calendar",
                    payment.calendar() == null ? null : payment.calendar().code())));
    return facts;
  }

  private static List<Fact> acceptances(Contract contract) {
    List<Fact> facts = new ArrayList<>();
    contract
        .acceptances()
        .forEach(one ->
            facts.add(
                fact(
                    one.lines(),
                    "after",
                    one.after(),
                    "within",
                    one.within(),
                    "calendar",
                    one.calendar() == null ? null : one.calendar().code(),
                    "rectify",
                    one.rectify())));
    return facts;
  }

  private static Fact penalty(Penalty penalty) {
    return fact(
        penalty.lines(),
        "party",
        code(penalty.party()),
        "subject",
        code(penalty.subject()),
        "rate",
        penalty.rate(),
        "per",
        code(penalty.per()),
        "base",
        code(penalty.base()),
        "cap",
        penalty.cap(),
        "fixed",
        penalty.fixed(),
        "step",
        penalty.step());
  }

  /// A deadline as one word: month/first day-last day.
  static @Nullable String deadline(@Nullable Deadline deadline) {
    return deadline == null
        ? null
        : deadline.month() + "/" + deadline.fromDay() + "-" + deadline.day();
  }

  private static @Nullable String code(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Fact fact(@Nullable Lines lines, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return new Fact(lines, values, Map.of(), false);
  }
}
