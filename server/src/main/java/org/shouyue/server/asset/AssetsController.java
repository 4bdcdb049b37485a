package org.shouyue.server.asset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/assets")
final class AssetsController {
  private static final int LONGEST = 200;

  private final Assets assets;

  AssetsController(Assets assets) {
    this.assets = assets;
  }

  record NewAsset(UUID clientId, AssetKind kind, String name, String address) {
    NewAsset {
      new Checks()
          .present("clientId", clientId)
          .present("kind", kind)
          .text("name", name, LONGEST)
          .text("address", address, 2000)
          .done();
    }
  }

  record ChangedAsset(String name, String address) {
    ChangedAsset {
      new Checks().text("name", name, LONGEST).text("address", address, 2000).done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<Asset> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String kind,
      PageRequest request) {
    return assets.page(client, kind(kind), request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  Asset one(@PathVariable UUID id) {
    return assets.find(id).orElseThrow(() -> Problem.notFound("asset", id));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Asset add(@RequestBody NewAsset given) {
    if (!TenantScope.visible().contains(given.clientId())) {
      throw Problem.invalid("clientId", "names no client " + given.clientId());
    }
    check(given.kind(), given.address());
    return one(
        assets.add(given.clientId(), given.kind(), given.name().strip(), given.address().strip()));
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Asset change(@PathVariable UUID id, @RequestBody ChangedAsset given) {
    Asset asset = one(id);
    check(asset.kind(), given.address());
    assets.change(asset, given.name().strip(), given.address().strip());
    return one(id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  void retire(@PathVariable UUID id) {
    assets.retire(one(id));
  }

  private static void check(AssetKind kind, String address) {
    new Checks().that(kind.accepts(address.strip()), "address", "must be " + kind.form()).done();
  }

  private static @Nullable AssetKind kind(@Nullable String code) {
    try {
      return code == null || code.isBlank() ? null : AssetKind.of(code);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("kind", String.valueOf(e.getMessage()));
    }
  }
}
