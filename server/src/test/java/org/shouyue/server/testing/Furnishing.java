package org.shouyue.server.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/// What a room adds to the tests of the walls between clients: one of everything that it keeps, and
/// every deed that its API offers. Each room has one, named `<Room>Furnishing`, in its test
/// package, with a constructor without arguments; it is found there.
public interface Furnishing {

  /// A client that is being furnished.
  ///
  /// @param contract the id of its contract in force, read from the demo sample, signed 2026-01-01
  /// @param name a name that must never be seen by another client: put it into every text
  record Served(ServerUnderTest server, UUID client, UUID contract, String name) {}

  /// Makes one of everything, on 1 January 2026.
  default void furnish(Served served) {}

  /// Makes what needs time to have passed, on 1 February 2026.
  default void finish(Served served) {}

  /// Every state-changing deed, `POST /api/things/{id}`, with a body that would be taken from the
  /// thing's owner. `$` stands for the identifier of somebody else's thing; a body with a `file`
  /// goes as a form. Every deed must answer 403, 404, or 400 naming `clientId` to a stranger.
  default Map<String, Map<String, ?>> deeds() {
    return Map.of();
  }

  /// Deeds that belong to no client, or to the caller alone.
  default Set<String> ofNoClient() {
    return Set.of();
  }

  /// Tables of which [#furnish] and [#finish] make no row, each for a good reason.
  default Set<String> emptyOnPurpose() {
    return Set.of();
  }

  /// The furnishings of all rooms.
  static List<Furnishing> all() {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(Furnishing.class));
    List<Furnishing> found = new ArrayList<>();
    scan.findCandidateComponents("org.shouyue.server").stream()
        .map(bean -> String.valueOf(bean.getBeanClassName()))
        .sorted(Comparator.naturalOrder())
        .forEach(name -> found.add(create(name)));
    return found;
  }

  private static Furnishing create(String name) {
    try {
      var constructor = Class.forName(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      return (Furnishing) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + " has no constructor without arguments", e);
    }
  }
}
