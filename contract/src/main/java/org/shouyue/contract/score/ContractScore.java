package org.shouyue.contract.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;

/// How well one contract was read.
///
/// @param fields counts by field, in the order of the contract's JSON
/// @param faults what was missed and what was read too much, one line each, for people
public record ContractScore(Map<String, Tally> fields, List<String> faults) {

  public ContractScore {
    fields = Map.copyOf(fields);
    faults = List.copyOf(faults);
  }

  /// Compares strictly: every value of an entry must agree and its lines must overlap those of the
  /// key, else the entry counts as missed and as read too much.
  public static ContractScore of(Contract read, AnswerKey key) {
    Map<String, Tally> fields = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    Map<String, @Nullable Object> singles = ContractFacts.singles(read);
    key.singles()
        .forEach((name, wanted) -> single(name, wanted, singles.get(name), fields, faults));
    Map<String, List<Fact>> lists = ContractFacts.lists(read);
    key.lists()
        .forEach((name, wanted) ->
            list(name, wanted, lists.getOrDefault(name, List.of()), fields, faults));
    return new ContractScore(fields, faults);
  }

  private static void single(
      String name,
      @Nullable Object wanted,
      @Nullable Object read,
      Map<String, Tally> fields,
      List<String> faults) {
    String field = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    boolean right = wanted != null && read != null && Fact.agrees(wanted, read);
    boolean accepted = Fact.agrees(wanted, read);
    Tally tally = new Tally(right ? 1 : 0, read == null ? 0 : 1, wanted == null ? 0 : 1);
    fields.merge(field, tally, Tally::plus);
    if (!accepted) {
      faults.add(name + ": wanted " + wanted + ", read " + read);
    }
  }

  private static void list(
      String field,
      List<Fact> wanted,
      List<Fact> read,
      Map<String, Tally> fields,
      List<String> faults) {
    List<Fact> due = wanted.stream().filter(fact -> !fact.optional()).toList();
    int[] matches = matches(due, read);
    boolean[] used = new boolean[read.size()];
    int right = 0;
    for (int i = 0; i < due.size(); i++) {
      if (matches[i] >= 0) {
        used[matches[i]] = true;
        right++;
        names(field, due.get(i), read.get(matches[i]), fields, faults);
      } else {
        faults.add(field + ": missed " + show(due.get(i)));
      }
    }
    int counted = right;
    for (int i = 0; i < read.size(); i++) {
      Fact fact = read.get(i);
      boolean free = wanted.stream().anyMatch(other -> other.optional() && other.accepts(fact));
      if (!used[i] && !free) {
        counted++;
        faults.add(field + ": too much " + show(fact));
      }
    }
    fields.merge(field, new Tally(right, counted, due.size()), Tally::plus);
  }

  private static String show(Fact fact) {
    return fact.lines() + " " + fact.values();
  }

  /// The most pairs of wanted and read facts, by augmenting paths.
  private static int[] matches(List<Fact> wanted, List<Fact> read) {
    int[] ofRead = new int[read.size()];
    Arrays.fill(ofRead, -1);
    for (int i = 0; i < wanted.size(); i++) {
      assign(i, wanted, read, ofRead, new boolean[read.size()]);
    }
    int[] ofWanted = new int[wanted.size()];
    Arrays.fill(ofWanted, -1);
    for (int i = 0; i < ofRead.length; i++) {
      if (ofRead[i] >= 0) {
        ofWanted[ofRead[i]] = i;
      }
    }
    return ofWanted;
  }

  private static boolean assign(
      int i, List<Fact> wanted, List<Fact> read, int[] ofRead, boolean[] seen) {
    for (int j = 0; j < read.size(); j++) {
      if (!seen[j] && wanted.get(i).accepts(read.get(j))) {
        seen[j] = true;
        if (ofRead[j] < 0 || assign(ofRead[j], wanted, read, ofRead, seen)) {
          ofRead[j] = i;
          return true;
        }
      }
    }
    return false;
  }

  private static void names(
      String field, Fact wanted, Fact read, Map<String, Tally> fields, List<String> faults) {
    wanted
        .lists()
        .forEach((name, expected) -> {
          List<String> found = read.lists().getOrDefault(name, List.of());
          List<String> plain = found.stream().map(ContractScore::plain).toList();
          int right =
              (int) expected.stream().map(ContractScore::plain).filter(plain::contains).count();
          fields.merge(
              field + "." + name, new Tally(right, found.size(), expected.size()), Tally::plus);
          if (right < Math.max(found.size(), expected.size())) {
            faults.add(field + "." + name + ": wanted " + expected + ", read " + found);
          }
        });
  }

  private static String plain(String name) {
    return Objects.requireNonNull(name).replace(" ", "");
  }
}
