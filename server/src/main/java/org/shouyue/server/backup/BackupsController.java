package org.shouyue.server.backup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/backups")
final class BackupsController {
  private final PlatformBackups backups;
  private final BackupDesk desk;
  private final BackupSchedule schedule;

  BackupsController(PlatformBackups backups, BackupDesk desk, BackupSchedule schedule) {
    this.backups = backups;
    this.desk = desk;
    this.schedule = schedule;
  }

  @GetMapping
  @AllowedTo({Role.SYSTEM_ADMIN, Role.PROVIDER_MANAGER})
  Page<PlatformBackup> list(
      @RequestParam(required = false) @Nullable String state, PageRequest request) {
    return backups.page(state, request);
  }

  @GetMapping("/state")
  @AllowedTo({Role.SYSTEM_ADMIN, Role.PROVIDER_MANAGER})
  BackupSchedule.State state() {
    return schedule.state();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @AllowedTo({Role.SYSTEM_ADMIN, Role.PROVIDER_MANAGER})
  PlatformBackup begin() {
    return require(desk.begin("asked"));
  }

  @GetMapping("/{id}")
  @AllowedTo({Role.SYSTEM_ADMIN, Role.PROVIDER_MANAGER})
  PlatformBackup one(@PathVariable UUID id) {
    return require(id);
  }

  @PostMapping("/{id}/check")
  @AllowedTo({Role.SYSTEM_ADMIN, Role.PROVIDER_MANAGER})
  PlatformBackup check(@PathVariable UUID id) {
    return desk.check(id);
  }

  private PlatformBackup require(UUID id) {
    return backups.find(id).orElseThrow(() -> Problem.notFound("backup", id));
  }
}
