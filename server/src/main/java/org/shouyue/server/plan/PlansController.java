package org.shouyue.server.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.signature.DrawnSignature;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Emergency plans: write, review, sign, put in force, compare, test the call tree.
@RestController
@RequestMapping("/api/plans")
class PlansController {
  private final EmergencyPlanRows rows;
  private final Drafting drafting;
  private final PlanSigning signing;
  private final CallTree tree;
  private final PlanPaper paper;

  PlansController(
      EmergencyPlanRows rows,
      Drafting drafting,
      PlanSigning signing,
      CallTree tree,
      PlanPaper paper) {
    this.rows = rows;
    this.drafting = drafting;
    this.signing = signing;
    this.tree = tree;
    this.paper = paper;
  }

  /// A plan with its versions, the newest first, and the tests of its call tree.
  record PlanPage(
      @JsonUnwrapped Plan plan, List<PlanVersion> versions, List<CallTree.Test> treeTests) {}

  @GetMapping
  @AllowedToSignedIn
  Page<EmergencyPlanRows.Line> list(
      @RequestParam(required = false) @Nullable UUID contract, PageRequest request) {
    return rows.page(contract, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  PlanPage one(@PathVariable UUID id) {
    return new PlanPage(rows.require(id), rows.versions(id), tree.tests(id));
  }

  record NewPlan(UUID contractId, String title, PlanContent content) {
    NewPlan {
      new Checks()
          .present("contractId", contractId)
          .text("title", title, 200)
          .present("content", content)
          .done();
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage begin(@RequestBody NewPlan given) {
    return one(drafting.begin(given.contractId(), given.title().strip(), given.content()));
  }

  /// @param about what it is revised for, `incident/…` or `drill/…`
  record NewVersion(PlanContent content, String note, @Nullable String about) {
    NewVersion {
      new Checks()
          .present("content", content)
          .text("note", note, 1_000)
          .that(
              about == null || about.matches("(incident|drill)/[0-9a-f-]{36}"),
              "about",
              "must be an incident or a drill")
          .done();
    }
  }

  @PostMapping("/{id}/versions")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage revise(@PathVariable UUID id, @RequestBody NewVersion given) {
    var _ = drafting.revise(id, given.content(), given.note().strip(), given.about());
    return one(id);
  }

  @PutMapping("/{id}/versions/{n}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage rewrite(@PathVariable UUID id, @PathVariable int n, @RequestBody NewVersion given) {
    drafting.rewrite(id, n, given.content(), given.note().strip());
    return one(id);
  }

  @PostMapping("/{id}/versions/{n}/review")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage review(@PathVariable UUID id, @PathVariable int n) {
    drafting.review(id, n);
    return one(id);
  }

  record Approval(String name, String office, String drawing) {
    Approval {
      new Checks()
          .text("name", name, 100)
          .text("office", office, 100)
          .present("drawing", drawing)
          .done();
    }
  }

  @PostMapping("/{id}/versions/{n}/approve")
  @AllowedTo(Role.CLIENT_SIGNATORY)
  PlanPage approve(@PathVariable UUID id, @PathVariable int n, @RequestBody Approval given) {
    byte[] drawing = DrawnSignature.read(given.drawing());
    signing.approve(
        id, n, new PlanSigning.Given(given.name().strip(), given.office().strip(), drawing));
    return one(id);
  }

  @PostMapping("/{id}/versions/{n}/in-force")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage putInForce(@PathVariable UUID id, @PathVariable int n) {
    drafting.putInForce(id, n);
    return one(id);
  }

  /// What one version changes against another, line by line.
  @GetMapping("/{id}/difference")
  @AllowedToSignedIn
  List<Difference.Line> difference(
      @PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
    return Difference.between(
        rows.require(id, from).content().lines(), rows.require(id, to).content().lines());
  }

  /// Draws a version up as a document.
  @PostMapping("/{id}/versions/{n}/paper")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage draw(@PathVariable UUID id, @PathVariable int n) {
    paper.draw(id, n);
    return one(id);
  }

  @PostMapping("/{id}/tree-tests")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  PlanPage test(@PathVariable UUID id) {
    var _ = tree.test(id);
    return one(id);
  }

  record Answer(@Nullable String note) {}

  @PostMapping("/{id}/tree-tests/{test}/calls/{call}/answered")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  PlanPage answered(
      @PathVariable UUID id,
      @PathVariable UUID test,
      @PathVariable UUID call,
      @RequestBody Answer given) {
    tree.answered(id, test, call, given.note() == null ? "" : given.note().strip());
    return one(id);
  }
}
