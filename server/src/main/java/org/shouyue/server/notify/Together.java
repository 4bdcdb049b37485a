package org.shouyue.server.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notices that are told together: what was looked up for one holds for the others, and all are
/// written at the end. For one thread, within one transaction.
final class Together {
  static final ScopedValue<Together> CURRENT = ScopedValue.newInstance();

  /// A notice that is to be written.
  record Told(UUID id, NoticeWanted wanted, String title, List<Delivery> deliveries) {}

  private record Key(UUID client, String key) {}

  private record Ring(UUID client, String about, String target, Means means) {}

  private final Map<Object, Object> known = new HashMap<>();
  private final Map<Object, Runnable> later = new LinkedHashMap<>();
  private final Map<Object, List<Object>> postponed = new HashMap<>();
  private final Set<Key> keys = new HashSet<>();
  private final Set<Ring> rings = new HashSet<>();
  private final List<Told> told = new ArrayList<>();

  /// The present one; null when notices are told one by one.
  static @Nullable Together current() {
    return CURRENT.isBound() ? CURRENT.get() : null;
  }

  /// What was looked up for this key before, else what the lookup says.
  @SuppressWarnings("unchecked") // each key stands for one type
  static <T> T known(Object key, Supplier<T> lookup) {
    Together together = current();
    if (together == null) {
      return lookup.get();
    }
    T found = (T) together.known.get(key);
    if (found == null) {
      found = lookup.get();
      together.known.put(key, found);
    }
    return found;
  }

  /// Keeps one thing for `all`, which gets everything that was kept for it at the end.
  @SuppressWarnings("unchecked") // each consumer is given what was kept for it
  <T> void postpone(Consumer<List<T>> all, T one) {
    postponed.computeIfAbsent(all, _ -> new ArrayList<>()).add(one);
    later.putIfAbsent(all, () -> all.accept((List<T>) List.copyOf(postponed.remove(all))));
  }

  /// Has everything done that was kept for the end.
  void finish() {
    while (!later.isEmpty()) {
      List<Runnable> now = List.copyOf(later.values());
      later.clear();
      now.forEach(Runnable::run);
    }
  }

  /// False when one with this key is among them already.
  boolean first(NoticeWanted wanted) {
    return keys.add(new Key(wanted.clientId(), wanted.key()));
  }

  void add(Told one) {
    told.add(one);
    if (one.wanted().urgency() == Urgency.DISASTER) {
      one.deliveries()
          .forEach(each ->
              rings.add(new Ring(each.clientId(), each.about(), each.target(), each.means())));
    }
  }

  /// Whether one of them rings for this recipient about the same thing.
  boolean rings(NoticeWanted wanted, String target, Means means) {
    return rings.contains(new Ring(wanted.clientId(), wanted.about(), target, means));
  }

  List<Told> told() {
    return told;
  }
}
