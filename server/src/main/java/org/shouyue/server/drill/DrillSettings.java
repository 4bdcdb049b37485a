package org.shouyue.server.drill;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.drill.inject.Services;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What the administrator lets drills touch on this host; without it, nothing.
/// `shouyue.drill.roots` or `SHOUYUE_DRILL_ROOTS`, and so on.
///
/// @param roots the folders below which drill assets may lie
/// @param services what may be stopped and started, by name
@ConfigurationProperties("shouyue.drill")
record DrillSettings(
    @Nullable List<Path> roots, @Nullable Map<String, Services.Commands> services) {
  DrillSettings {
    roots = roots == null ? List.of() : List.copyOf(roots);
    services = services == null ? Map.of() : Map.copyOf(services);
  }

  List<Path> allowedRoots() {
    return roots == null ? List.of() : roots;
  }

  Map<String, Services.Commands> allowedServices() {
    return services == null ? Map.of() : services;
  }
}
