package org.shouyue.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Party;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;

/// A contract as lines that a person reads: one fact a line, its source lines in front.
final class ContractText {

  private final List<String> lines = new ArrayList<>();

  private ContractText() {}

  static String of(Contract contract) {
    ContractText text = new ContractText();
    text.head(contract);
    text.section("contract.services", contract.services(), ContractText::service);
    text.section("contract.levels", contract.serviceLevels(), ContractText::level);
    text.section("contract.payments", contract.payments(), ContractText::payment);
    text.section("contract.acceptances", contract.acceptances(), ContractText::acceptance);
    text.section("contract.penalties", contract.penalties(), ContractText::penalty);
    text.section(
        "contract.secrecy",
        contract.secrecy(),
        secrecy -> at(secrecy.lines(), written(secrecy.term())));
    text.section("contract.ambiguities", contract.ambiguities(), ContractText::ambiguity);
    return String.join("\n", text.lines);
  }

  private void head(Contract contract) {
    lines.add(Words.say("contract.title", written(contract.title())));
    lines.add(Words.say("contract.number", written(contract.number())));
    lines.add(Words.say("contract.client", name(contract.client())));
    lines.add(Words.say("contract.provider", name(contract.provider())));
    lines.add(Words.say("contract.term", term(contract.term())));
    var total = contract.total();
    lines.add(
        Words.say(
            "contract.total",
            total == null ? "-" : total.amount().toPlainString() + " " + total.currency()));
  }

  private <T> void section(
      String title, List<T> items, java.util.function.Function<T, String> line) {
    lines.add("");
    lines.add(Words.say(title, items.size()));
    items.forEach(item -> lines.add("  " + line.apply(item)));
  }

  private static String service(ServiceItem item) {
    return at(
        item.lines(),
        words(
            item.id(),
            item.title(),
            "[" + item.capability().code() + "]",
            item.frequency() == null ? "-" : item.frequency().code(),
            item.atMost() == null ? null : "<= " + item.atMost(),
            item.deliverables().isEmpty() ? null : String.join("、", item.deliverables()),
            item.valueAdded() ? Words.say("contract.value-added") : null));
  }

  private static String level(ServiceLevel level) {
    return at(
        level.lines(),
        words(
            level.subject(),
            level.severity(),
            level.respond() == null ? null : Words.say("contract.respond", level.respond()),
            level.onSite() == null ? null : Words.say("contract.on-site", level.onSite()),
            level.resolve() == null ? null : Words.say("contract.resolve", level.resolve()),
            level.target() == null ? null : level.target().toPlainString(),
            level.calendar().code()));
  }

  private static String payment(Payment payment) {
    return at(
        payment.lines(),
        words(
            payment.percent() == null ? null : payment.percent().toPlainString() + " %",
            payment.amount() == null ? null : payment.amount().toPlainString(),
            payment.trigger() == null ? null : payment.trigger().code(),
            payment.due() == null ? null : payment.due().code(),
            payment.calendar() == null ? null : payment.calendar().code()));
  }

  private static String acceptance(Acceptance acceptance) {
    return at(
        acceptance.lines(),
        words(
            acceptance.after(),
            acceptance.within() == null ? null : "+ " + acceptance.within(),
            acceptance.calendar() == null ? null : acceptance.calendar().code(),
            acceptance.rectify() == null
                ? null
                : Words.say("contract.rectify", acceptance.rectify())));
  }

  private static String penalty(Penalty penalty) {
    return at(
        penalty.lines(),
        words(
            code(penalty.party()),
            code(penalty.subject()),
            penalty.rate() == null ? null : penalty.rate().toPlainString(),
            penalty.fixed() == null ? null : penalty.fixed().toPlainString(),
            "/ " + code(penalty.per()),
            penalty.base() == null ? null : "x " + code(penalty.base()),
            penalty.cap() == null ? null : "<= " + penalty.cap().toPlainString()));
  }

  private static String ambiguity(Ambiguity ambiguity) {
    return at(ambiguity.lines(), words(code(ambiguity.code()), ambiguity.message()));
  }

  private static String term(@Nullable Term term) {
    if (term == null) {
      return "-";
    }
    LocalDate from = term.from();
    LocalDate to = term.to();
    return words(
        from == null && to == null ? null : written(from) + " .. " + written(to),
        term.length(),
        term.starts() == null ? null : code(term.starts()),
        term.renewal() == null ? null : code(term.renewal()));
  }

  private static String name(@Nullable Party party) {
    return party == null ? "-" : party.name();
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String written(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String at(@Nullable Lines source, String text) {
    String place =
        source == null
            ? ""
            : source.from() == source.to()
                ? String.valueOf(source.from())
                : source.from() + "-" + source.to();
    return String.format("%9s  %s", place, text);
  }

  private static String words(@Nullable Object... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .collect(Collectors.joining("  "));
  }
}
