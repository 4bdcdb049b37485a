package org.shouyue.contract.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Wording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes single fields of a contract by their paths, as in problems: `term.from`,
/// `services[3].frequency`. The index behind a list's last item adds one; a null value empties a
/// field, and takes an item out of its list. The contract itself is not changed.
public final class ContractEdit {

  private static final Pattern STEP = Pattern.compile("([A-Za-z]{1,30})(?:\\[(\\d{1,5})])?(\\.|$)");

  private ContractEdit() {}

  /// The contract with all changes made, or why it cannot be: unknown paths, invalid values, or a
  /// contract that would contradict itself.
  ///
  /// @param changes new values by path; paths are those of the unchanged contract
  public static Decoding apply(Contract contract, Map<String, JsonNode> changes) {
    Problems problems = new Problems("edit");
    JsonNode tree = ContractJson.tree(contract);
    List<Removal> removals = new ArrayList<>();
    changes.forEach((path, value) -> {
      if (!set(tree, path, value, removals)) {
        problems.add(
            Tree.Mark.NOWHERE,
            path,
            new Wording("合同里没有这个位置", "the contract has no such field"),
            new Wording(
                "写成 services[3].frequency 这样的路径", "write a path such as services[3].frequency"));
      }
    });
    if (problems.count() > 0) {
      return new Decoding.Refused(problems.all());
    }
    removals.stream().sorted().forEach(removal -> removal.list().remove(removal.index()));
    return ContractJson.read("edit", tree);
  }

  /// What a contract holds at a path, null when nothing is there.
  public static @Nullable JsonNode at(Contract contract, String path) {
    JsonNode node = ContractJson.tree(contract);
    for (Step step : steps(path)) {
      node = node.path(step.key());
      node = step.index() == null ? node : node.path(step.index());
    }
    return node.isMissingNode() || node.isNull() ? null : node;
  }

  private record Step(String key, @Nullable Integer index) {}

  /// Taken out last to first, so that the indexes of the others stay right.
  private record Removal(ArrayNode list, int index) implements Comparable<Removal> {
    @Override
    public int compareTo(Removal other) {
      return Integer.compare(other.index, index);
    }
  }

  private static boolean set(JsonNode root, String path, JsonNode value, List<Removal> removals) {
    List<Step> steps = steps(path);
    JsonNode node = root;
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      boolean last = at == steps.size() - 1;
      if (!(node instanceof ObjectNode object) || !object.has(step.key())) {
        return false;
      }
      if (last && step.index() == null) {
        object.set(step.key(), value);
        return true;
      }
      if (last) {
        return put(object.get(step.key()), step, value, removals);
      }
      node = enter(object, step);
    }
    return false;
  }

  private static boolean put(JsonNode list, Step step, JsonNode value, List<Removal> removals) {
    if (!(list instanceof ArrayNode array) || step.index() == null || step.index() > array.size()) {
      return false;
    }
    if (value.isNull()) {
      return step.index() < array.size() && removals.add(new Removal(array, step.index()));
    }
    if (step.index() == array.size()) {
      array.add(value);
    } else {
      array.set(step.index(), value);
    }
    return true;
  }

  /// Goes into a field; a part that was absent begins empty, with every key that the decoder knows.
  private static JsonNode enter(ObjectNode object, Step step) {
    JsonNode child = object.get(step.key());
    if (step.index() != null) {
      return child.path(step.index());
    }
    if (child.isNull()) {
      ObjectNode empty = object.putObject(step.key());
      ContractTree.keys(step.key()).forEach(empty::putNull);
      return empty;
    }
    return child;
  }

  /// The steps of a path, none when it is not one.
  private static List<Step> steps(String path) {
    List<Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int at = 0;
    while (at < path.length() && step.find(at) && step.start() == at) {
      String index = step.group(2);
      steps.add(new Step(step.group(1), index == null ? null : Integer.valueOf(index)));
      at = step.end();
    }
    return at == path.length() && !path.endsWith(".") ? steps : List.of();
  }
}
