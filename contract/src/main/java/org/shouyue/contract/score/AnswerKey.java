package org.shouyue.contract.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Lines;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// What a careful person found in one contract. Written in YAML or JSON with the names and codes of
/// the contract's own JSON:
///
/// ```yaml
/// title: 运维服务合同
/// number: null
/// client: 某某局
/// provider: 某某公司
/// term: {from: 2024-01-01, to: 2024-12-31, length: P1Y, starts: fixed, renewal: null, renewalLength: null}
/// total: {amount: "100000", currency: CNY}
/// services:
///   - {lines: [12, 14], capability: inspection, frequency: P1M, deliverables: [巡检报告], scope: [门户网站]}
/// serviceLevels:
///   - {lines: [20, 20], severity: 一级, respond: PT30M, onSite: PT2H, resolve: PT4H, calendar: 24x7}
/// payments:
///   - {lines: [30, 30], percent: "50", amount: null, trigger: signing, due: P10D, calendar: working}
/// acceptances:
///   - {lines: [40, 40], after: P12M, within: P15D, calendar: working, rectify: P15D}
/// penalties:
///   - {lines: [50, 50], party: provider, subject: late-delivery, rate: "0.0005", per: day, base: total, cap: "0.2"}
/// secrecy:
///   - {lines: [60, 60], term: P5Y}
/// ambiguities:
///   - {lines: [12, 30], code: conflict}
/// ```
///
/// A contract in the contract language is a key as well. A value left out is expected to be absent
/// (`valueAdded` to be false). A list of values means that each of them is right. `optional: true`
/// marks an entry that counts neither when read nor when left out. `deliverables` and `scope` are
/// compared only where the key lists them.
public record AnswerKey(Map<String, @Nullable Object> singles, Map<String, List<Fact>> lists) {

  private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("services", List.of("capability", "frequency", "atMost", "deadline", "valueAdded"));
    NAMES.put(
        "serviceLevels", List.of("severity", "respond", "onSite", "resolve", "calendar", "target"));
    NAMES.put("payments", List.of("percent", "amount", "trigger", "due", "calendar"));
    NAMES.put("acceptances", List.of("after", "within", "calendar", "rectify"));
    NAMES.put(
        "penalties", List.of("party", "subject", "rate", "per", "base", "cap", "fixed", "step"));
    NAMES.put("secrecy", List.of("term"));
    NAMES.put("ambiguities", List.of("code"));
  }

  /// Reads a key.
  ///
  /// @throws IllegalArgumentException when the text is no key, saying where
  public static AnswerKey parse(String text) {
    Object tree;
    try {
      tree =
          new Load(LoadSettings.builder().setMaxAliasesForCollections(0).build())
              .loadFromString(text);
    } catch (YamlEngineException unreadable) {
      throw new IllegalArgumentException(
          "an answer key is YAML or JSON: " + unreadable.getMessage(), unreadable);
    }
    Map<String, @Nullable Object> root = map(tree, "the key");
    Map<String, @Nullable Object> singles = new LinkedHashMap<>();
    for (String name : List.of("title", "number", "client", "provider")) {
      Object written = root.get(name);
      singles.put(name, written instanceof Map<?, ?> party ? party.get("name") : written);
    }
    flatten(
        "term",
        root.get("term"),
        List.of("from", "to", "length", "starts", "renewal", "renewalLength"),
        singles);
    flatten("total", root.get("total"), List.of("amount", "currency"), singles);
    Map<String, List<Fact>> lists = new LinkedHashMap<>();
    NAMES.forEach((field, names) -> lists.put(field, facts(field, names, root.get(field))));
    return new AnswerKey(singles, lists);
  }

  private static void flatten(
      String field,
      @Nullable Object value,
      List<String> names,
      Map<String, @Nullable Object> into) {
    Map<String, @Nullable Object> map = value == null ? Map.of() : map(value, field);
    names.forEach(name -> into.put(field + "." + name, map.get(name)));
  }

  private static List<Fact> facts(String field, List<String> names, @Nullable Object value) {
    List<Fact> facts = new ArrayList<>();
    if (value == null) {
      return facts;
    }
    for (Object entry : list(value, field)) {
      Map<String, @Nullable Object> map = map(entry, field);
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (String name : names) {
        Object written = map.get(name);
        boolean plain = name.equals("valueAdded") && written == null;
        values.put(name, plain ? (Object) false : deadline(name, written));
      }
      facts.add(
          new Fact(
              lines(map.get("lines")),
              values,
              names(map),
              Boolean.TRUE.equals(map.get("optional"))));
    }
    return facts;
  }

  private static @Nullable Object deadline(String name, @Nullable Object written) {
    if (name.equals("deadline") && written != null) {
      Map<String, @Nullable Object> map = map(written, name);
      return map.get("month") + "/" + map.get("fromDay") + "-" + map.get("day");
    }
    return written;
  }

  private static Map<String, List<String>> names(Map<String, @Nullable Object> entry) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String name : List.of("deliverables", "scope")) {
      Object value = entry.get(name);
      if (value != null) {
        lists.put(name, list(value, name).stream().map(String::valueOf).toList());
      }
    }
    return lists;
  }

  private static @Nullable Lines lines(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    List<?> pair = list(value, "lines");
    if (pair.size() == 2
        && pair.get(0) instanceof Integer from
        && pair.get(1) instanceof Integer to) {
      return new Lines(from, to);
    }
    throw new IllegalArgumentException("lines are written [from, to], not " + value);
  }

  private static List<?> list(Object value, String where) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(where + " is a list, not " + value);
  }

  private static Map<String, @Nullable Object> map(@Nullable Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(where + " is made of names and values, not " + value);
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    map.forEach((name, held) -> named.put(String.valueOf(name), held));
    return named;
  }
}
