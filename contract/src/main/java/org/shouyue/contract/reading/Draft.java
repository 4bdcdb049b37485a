package org.shouyue.contract.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Capability;
import org.shouyue.contract.Deadline;
import org.shouyue.contract.Frequency;
import org.shouyue.contract.Lines;
import org.shouyue.contract.ServiceItem;
import org.shouyue.contract.text.Normaliser;

/// A service item that is not numbered yet.
///
/// @param path the numbers from the top down to the clause, for the id
/// @param bare true when nothing but a heading promises it
record Draft(
    String path,
    @Nullable String clause,
    String title,
    String text,
    Lines lines,
    Capability capability,
    boolean certain,
    @Nullable Frequency frequency,
    @Nullable Integer atMost,
    @Nullable Deadline deadline,
    List<String> deliverables,
    List<String> scope,
    boolean valueAdded,
    boolean bare) {

  /// Longer texts are cut: the whole clause stands in the source lines.
  private static final int LONGEST_TEXT = 2000;

  boolean does(Capability other, @Nullable Frequency often) {
    return capability == other && java.util.Objects.equals(frequency, often);
  }

  /// This and a further text of the same promise in one.
  Draft with(Draft more) {
    Set<String> documents = new LinkedHashSet<>(deliverables);
    documents.addAll(more.deliverables);
    Deadline due = deadline == null ? more.deadline : deadline;
    List<String> covered = scope.isEmpty() ? more.scope : scope;
    boolean full = text.length() > LONGEST_TEXT || text.contains(more.text);
    String joined = full ? text : text + more.text;
    return new Draft(
        path,
        clause,
        title,
        joined,
        lines.union(more.lines),
        capability,
        certain,
        frequency,
        atMost,
        due,
        new ArrayList<>(documents),
        covered,
        valueAdded || more.valueAdded,
        bare && more.bare);
  }

  Draft withFrequency(@Nullable Frequency often) {
    return new Draft(
        path,
        clause,
        title,
        text,
        lines,
        capability,
        certain,
        often,
        atMost,
        deadline,
        deliverables,
        scope,
        valueAdded,
        bare);
  }

  Draft withDeadline(@Nullable Deadline due) {
    return new Draft(
        path,
        clause,
        title,
        text,
        lines,
        capability,
        certain,
        frequency,
        atMost,
        due,
        deliverables,
        scope,
        valueAdded,
        bare);
  }

  ServiceItem item(String id) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return new ServiceItem(
        id,
        clause,
        Normaliser.display(title),
        Normaliser.display(cut),
        lines,
        capability,
        frequency,
        atMost,
        deadline,
        deliverables,
        scope,
        valueAdded);
  }
}
