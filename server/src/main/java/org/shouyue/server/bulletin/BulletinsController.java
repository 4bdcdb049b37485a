package org.shouyue.server.bulletin;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
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
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Security bulletins.
@RestController
@RequestMapping("/api/bulletins")
final class BulletinsController {
  private final BulletinViews views;
  private final BulletinDesk desk;
  private final BulletinIntake intake;
  private final BulletinFiles files;
  private final Publishing publishing;

  BulletinsController(
      BulletinViews views,
      BulletinDesk desk,
      BulletinIntake intake,
      BulletinFiles files,
      Publishing publishing) {
    this.views = views;
    this.desk = desk;
    this.intake = intake;
    this.files = files;
    this.publishing = publishing;
  }

  record NewBulletin(Advisory advisory) {
    NewBulletin {
      new Checks().present("advisory", advisory).done();
    }
  }

  /// @param why what was changed, for those who read the history
  record Rewritten(Advisory advisory, String why) {
    Rewritten {
      new Checks().present("advisory", advisory).text("why", why, 500).done();
    }
  }

  /// @param acknowledgeHours null for the usual
  record Publication(@Nullable Integer acknowledgeHours, @Nullable Boolean everybody) {
    Publication {
      new Checks()
          .that(
              acknowledgeHours == null || (acknowledgeHours >= 1 && acknowledgeHours <= 720),
              "acknowledgeHours",
              "must be 1 to 720")
          .done();
    }
  }

  record Reason(String reason) {
    Reason {
      new Checks().text("reason", reason, 500).done();
    }
  }

  record Acknowledgement(@Nullable String remark) {
    Acknowledgement {
      new Checks()
          .that(remark == null || remark.length() <= 500, "remark", "must not be longer than 500")
          .done();
    }
  }

  record Decision(String outcome, String why) {
    Decision {
      new Checks()
          .that(
              "affected".equals(outcome) || "not-affected".equals(outcome),
              "outcome",
              "must be affected or not-affected")
          .text("why", why, 500)
          .done();
    }
  }

  @GetMapping
  @AllowedToSignedIn
  Page<BulletinViews.Item> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String severity,
      @RequestParam(required = false) @Nullable String way,
      @RequestParam(required = false) @Nullable Boolean acknowledged,
      PageRequest request) {
    return views.page(state, severity, way, acknowledged, request);
  }

  @GetMapping("/{id}")
  @AllowedToSignedIn
  BulletinViews.Told one(@PathVariable UUID id) {
    return views.one(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  BulletinViews.Told write(@RequestBody NewBulletin given) {
    return views.one(desk.write(given.advisory()));
  }

  @PutMapping("/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  BulletinViews.Told rewrite(@PathVariable UUID id, @RequestBody Rewritten given) {
    desk.rewrite(id, given.advisory(), given.why().strip());
    return views.one(id);
  }

  /// Takes in a file with bulletins: CSAF 2.0 JSON, RSS or Atom.
  @PostMapping("/files")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  BulletinIntake.Imported take(@RequestPart("file") MultipartFile file) throws IOException {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "通告文件");
    return intake.take(name, file.getBytes(), "upload");
  }

  /// The files that came in, by upload and from the folder.
  @GetMapping("/files")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  Page<BulletinFiles.Kept> files(PageRequest request) {
    return files.page(request);
  }

  @PostMapping("/{id}/publish")
  @AllowedTo({Role.PROVIDER_MANAGER})
  BulletinViews.Told publish(@PathVariable UUID id, @RequestBody Publication given) {
    publishing.publish(id, given.acknowledgeHours(), Boolean.TRUE.equals(given.everybody()));
    return views.one(id);
  }

  @PostMapping("/{id}/dismiss")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  BulletinViews.Told dismiss(@PathVariable UUID id, @RequestBody Reason given) {
    desk.dismiss(id, given.reason().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/withdraw")
  @AllowedTo({Role.PROVIDER_MANAGER})
  BulletinViews.Told withdraw(@PathVariable UUID id, @RequestBody Reason given) {
    publishing.withdraw(id, given.reason().strip());
    return views.one(id);
  }

  @PostMapping("/{id}/acknowledge")
  @AllowedTo({Role.CLIENT_READER, Role.CLIENT_SIGNATORY})
  BulletinViews.Told acknowledge(@PathVariable UUID id, @RequestBody Acknowledgement given) {
    publishing.acknowledge(id, given.remark());
    return views.one(id);
  }

  /// Decides by hand what a bulletin means for an asset.
  @PostMapping("/{id}/assets/{asset}/judge")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER})
  BulletinViews.Told judge(
      @PathVariable UUID id, @PathVariable UUID asset, @RequestBody Decision given) {
    publishing.judge(id, asset, Outcome.of(given.outcome()), given.why().strip());
    return views.one(id);
  }
}
