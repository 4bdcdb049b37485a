package org.shouyue.server.asset;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/scope")
final class ScopeController {
  private final KillSwitch killSwitch;
  private final ScopeWatch watch;
  private final Refusals refusals;

  ScopeController(KillSwitch killSwitch, ScopeWatch watch, Refusals refusals) {
    this.killSwitch = killSwitch;
    this.watch = watch;
    this.refusals = refusals;
  }

  record Wanted(Boolean on, String reason) {
    Wanted {
      new Checks().present("on", on).text("reason", reason, 500).done();
    }
  }

  @GetMapping("/kill-switch")
  @AllowedToSignedIn
  KillSwitch.State state() {
    return killSwitch.state();
  }

  @PostMapping("/kill-switch")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  KillSwitch.State set(@RequestBody Wanted wanted) {
    killSwitch.set(wanted.on(), wanted.reason());
    watch.look();
    return killSwitch.state();
  }

  @GetMapping("/refusals")
  @AllowedToSignedIn
  Page<Refusals.Listed> refusals(
      @RequestParam(required = false) @Nullable UUID client,
      @RequestParam(required = false) @Nullable String code,
      PageRequest request) {
    return refusals.page(client, code, request);
  }
}
