package org.shouyue.contract.language;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.shouyue.contract.Acceptance;
import org.shouyue.contract.Ambiguity;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Contract;
import org.shouyue.contract.CountedTime;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Due;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.Party;
import org.shouyue.contract.Payment;
import org.shouyue.contract.Penalty;
import org.shouyue.contract.Secrecy;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.ServiceLevel;
import org.shouyue.contract.Term;
import org.shouyue.contract.Total;
import org.shouyue.contract.Trigger;

/// Contracts that nobody would sign: every field absent or present, text full of what notations
/// trip over.
final class RandomContracts {

  private static final List<String> PIECES =
      List.of(
          "甲方",
          "：",
          ": ",
          "\n",
          "#",
          " # ",
          "- ",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          ",",
          "，",
          "\t",
          "null",
          "true",
          "no",
          "~",
          "1.10",
          "2026-01-01",
          "0x1F",
          "1e3",
          "|",
          ">",
          "&a",
          "*a",
          "!!str",
          "%",
          "@",
          "`",
          "?",
          "𠮷",
          "😀",
          "é",
          "\u00a0",
          "\u2028",
          "\r\n",
          " ",
          "  ",
          "P1Y",
          "---",
          "...",
          "<<",
          "=",
          "\u0085",
          "\ufeff",
          "\u0001",
          "㎡",
          "“",
          "”");

  private final Random random;

  RandomContracts(long seed) {
    random = new Random(seed);
  }

  Contract next() {
    return new Contract(
        maybe(this::text),
        maybe(this::text),
        maybe(this::party),
        maybe(this::party),
        maybe(this::term),
        maybe(() -> new Total(decimal(), pick("CNY", "USD"), lines())),
        list(this::service),
        list(_ -> level()),
        list(_ -> payment()),
        list(_ ->
            new Acceptance(
                maybe(this::period),
                maybe(this::period),
                maybe(this::time),
                maybe(this::period),
                lines())),
        list(_ -> penalty()),
        list(_ ->
            new Secrecy(
                maybe(() -> random.nextBoolean() ? Secrecy.UNLIMITED : period().toString()),
                lines())),
        list(_ -> new Ambiguity(pick(Ambiguity.Code.values()), words(), lines())));
  }

  private Party party() {
    return new Party(words(), lines());
  }

  private Term term() {
    LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4000));
    return new Term(
        maybe(() -> from),
        maybe(() -> from.plusDays(random.nextInt(4000))),
        maybe(this::period),
        maybe(() -> pick(Term.Start.values())),
        maybe(() -> pick(Term.Renewal.values())),
        maybe(this::period),
        lines());
  }

  private ServiceItem service(int at) {
    return new ServiceItem(
        at + "-" + words(),
        maybe(this::text),
        words(),
        text(),
        lines(),
        pick(Capability.values()),
        maybe(this::frequency),
        maybe(() -> 1 + random.nextInt(100)),
        maybe(this::deadline),
        list(_ -> text()),
        list(_ -> text()),
        random.nextBoolean());
  }

  private Deadline deadline() {
    int day = 1 + random.nextInt(31);
    return new Deadline(
        maybe(() -> 1 + random.nextInt(12)), maybe(() -> 1 + random.nextInt(day)), day);
  }

  private ServiceLevel level() {
    return new ServiceLevel(
        words(),
        maybe(this::text),
        maybe(this::duration),
        maybe(this::duration),
        maybe(this::duration),
        time(),
        maybe(this::decimal),
        lines(),
        maybe(this::duration),
        random.nextBoolean());
  }

  private Payment payment() {
    return new Payment(
        maybe(() -> BigDecimal.valueOf(random.nextInt(10_001), 2)),
        maybe(this::decimal),
        maybe(() -> new Trigger(pick(Trigger.Kind.values()), maybe(this::period))),
        maybe(() ->
            random.nextBoolean()
                ? new Due.Within(period())
                : new Due.By(LocalDate.of(2026, 1, 31))),
        maybe(this::time),
        lines());
  }

  private Penalty penalty() {
    return new Penalty(
        pick(Penalty.Obligor.values()),
        pick(Penalty.Subject.values()),
        maybe(this::decimal),
        pick(Penalty.Per.values()),
        maybe(() -> pick(Penalty.Base.values())),
        maybe(this::decimal),
        maybe(this::decimal),
        maybe(this::decimal),
        lines(),
        new Penalty.Concern(
            maybe(this::text),
            list(_ -> text()),
            Set.copyOf(list(_ -> pick(ServiceLevel.Limit.values())))));
  }

  private Frequency frequency() {
    return switch (random.nextInt(3)) {
      case 0 -> new Frequency.Every(period());
      case 1 -> new Frequency.Times(1 + random.nextInt(50), period());
      default -> pick(Frequency.Plain.values());
    };
  }

  private Period period() {
    return Period.of(random.nextInt(3), random.nextInt(12), 1 + random.nextInt(40));
  }

  private Duration duration() {
    return Duration.ofSeconds(1 + random.nextInt(1_000_000));
  }

  private CountedTime time() {
    return pick(CountedTime.values());
  }

  private BigDecimal decimal() {
    return new BigDecimal(BigInteger.valueOf(random.nextInt(Integer.MAX_VALUE)), random.nextInt(6));
  }

  private Lines lines() {
    int from = 1 + random.nextInt(500);
    return maybe(() -> new Lines(from, from + random.nextInt(20)));
  }

  /// Text with at least one letter.
  private String words() {
    return text() + "约";
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(7); pieces > 0; pieces--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }

  private <T> List<T> list(IntFunction<T> item) {
    List<T> items = new ArrayList<>();
    for (int at = random.nextInt(4); at > 0; at--) {
      items.add(item.apply(at));
    }
    return items;
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }
}
