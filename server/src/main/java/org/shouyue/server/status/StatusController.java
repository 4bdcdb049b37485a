package org.shouyue.server.status;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The live and historical status of what is served.
@RestController
@RequestMapping("/api/status")
class StatusController {
  private static final int MOST_DAYS = 400;

  private final AssetStatuses statuses;
  private final Assets assets;
  private final InstantSource clock;

  StatusController(AssetStatuses statuses, Assets assets, InstantSource clock) {
    this.statuses = statuses;
    this.assets = assets;
    this.clock = clock;
  }

  @GetMapping
  @AllowedToSignedIn
  @Transactional(readOnly = true)
  Page<AssetStatuses.AssetStatus> list(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String state,
      PageRequest request) {
    return statuses.page(client, state, request);
  }

  @GetMapping("/{id}/days")
  @AllowedToSignedIn
  @Transactional(readOnly = true)
  List<AssetStatuses.StatusDay> days(
      @PathVariable UUID id, @RequestParam(defaultValue = "90") int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid("days", "must lie between 1 and " + MOST_DAYS);
    }
    if (assets.find(id).isEmpty()) {
      throw Problem.notFound("asset", id);
    }
    return statuses.days(id, clock.instant(), days);
  }
}
