package org.shouyue.server.agreement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.agreement.ObligationViews.ObligationItem;
import org.shouyue.server.agreement.ObligationViews.Wanted;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Obligations: look at, hand in what a person did, waive.
@RestController
@RequestMapping("/api/obligations")
class ObligationsController {
  private final ObligationViews views;
  private final Submissions submissions;

  ObligationsController(ObligationViews views, Submissions submissions) {
    this.views = views;
    this.submissions = submissions;
  }

  @GetMapping
  @AllowedToSignedIn
  Page<ObligationItem> list(
      @RequestParam(required = false) @Nullable UUID contract,
      @RequestParam(required = false) @Nullable String service,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      PageRequest request) {
    return views.page(new Wanted(null, contract, service, state, from, to), request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  ObligationItem one(@PathVariable UUID id) {
    return views
        .page(new Wanted(id, null, null, null, null, null), new PageRequest(0, 1, null, null))
        .items()
        .stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("obligation", id));
  }

  @PostMapping("/{id}/submission")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  ObligationItem submit(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(required = false) @Nullable String note) {
    submissions.submit(id, file, note);
    return one(id);
  }

  /// Why the client gives an obligation up.
  record NewWaiver(String reason) {
    NewWaiver {
      new Checks().text("reason", reason, 2000).done();
    }
  }

  @PostMapping("/{id}/waive")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  ObligationItem waive(@PathVariable UUID id, @RequestBody NewWaiver given) {
    submissions.waive(id, given.reason());
    return one(id);
  }
}
