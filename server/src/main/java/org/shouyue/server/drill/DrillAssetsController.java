package org.shouyue.server.drill;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.drill.inject.Services;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.DrawnSignature;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Which assets drills may touch, and what their clients agreed to.
@RestController
@RequestMapping("/api/drill-assets")
class DrillAssetsController {
  private final DrillAssets assets;
  private final DrillSettings settings;
  private final Services services;

  DrillAssetsController(DrillAssets assets, DrillSettings settings, Services services) {
    this.assets = assets;
    this.settings = settings;
    this.services = services;
  }

  @GetMapping
  @AllowedToSignedIn
  List<DrillAsset> list() {
    return assets.all();
  }

  /// What the administrator's configuration lets drills touch.
  record Allowed(List<String> roots, List<String> services) {}

  @GetMapping("/allowed")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Allowed allowed() {
    return new Allowed(
        settings.allowedRoots().stream().map(String::valueOf).toList(), services.names());
  }

  record Mark(String root, @Nullable String service, @Nullable String note) {
    Mark {
      new Checks().text("root", root, 1_000).done();
      service = service == null || service.isBlank() ? null : service;
    }
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  DrillAsset mark(@PathVariable UUID id, @RequestBody Mark given) {
    String note = given.note() == null ? "" : given.note().strip();
    assets.mark(id, given.root().strip(), given.service(), note);
    return assets.find(id).orElseThrow(() -> Problem.notFound("drill asset", id));
  }

  record Consent(String name, String drawing) {
    Consent {
      new Checks().text("name", name, 100).present("drawing", drawing).done();
    }
  }

  @PostMapping("/{id}/consent")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  DrillAsset consent(@PathVariable UUID id, @RequestBody Consent given) {
    assets.consent(id, given.name().strip(), DrawnSignature.read(given.drawing()));
    return assets.find(id).orElseThrow(() -> Problem.notFound("drill asset", id));
  }
}
