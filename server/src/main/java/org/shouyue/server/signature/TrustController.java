package org.shouyue.server.signature;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Administrators;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Which authorities are trusted. The security administrator's business where the duties are
/// separated, the manager's else.
@RestController
@RequestMapping("/api/trust")
class TrustController {
  private final TrustStore store;
  private final Administrators administrators;

  TrustController(TrustStore store, Administrators administrators) {
    this.store = store;
    this.administrators = administrators;
  }

  record TrustView(List<TrustStore.Anchor> anchors, List<TrustStore.Revocations> revocations) {}

  @GetMapping
  @AllowedToSignedIn
  TrustView all() {
    return new TrustView(store.anchors(), store.revocations());
  }

  @PostMapping("/anchors")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.SECURITY_ADMIN, Role.PROVIDER_MANAGER})
  TrustView add(@RequestPart("file") MultipartFile file) throws IOException {
    requireDuty();
    store.add(Certificates.certificate("file", file.getBytes()));
    return all();
  }

  @DeleteMapping("/anchors/{id}")
  @AllowedTo({Role.SECURITY_ADMIN, Role.PROVIDER_MANAGER})
  TrustView remove(@PathVariable UUID id) {
    requireDuty();
    store.remove(id);
    return all();
  }

  @PostMapping("/revocations")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.SECURITY_ADMIN, Role.PROVIDER_MANAGER})
  TrustView revoke(@RequestPart("file") MultipartFile file) throws IOException {
    requireDuty();
    store.revoke(Certificates.revocations("file", file.getBytes()));
    return all();
  }

  private void requireDuty() {
    if (administrators.separated() && Caller.current().role() != Role.SECURITY_ADMIN) {
      throw Problem.forbidden("受信任的证书颁发机构由安全管理员维护");
    }
  }
}
