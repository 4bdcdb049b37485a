package org.shouyue.server.signature;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.outgoing.ExportGate;
import org.shouyue.server.outgoing.FileAnswer;
import org.shouyue.server.outgoing.Outgoing;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Signing with a certificate: take the document, sign it on a machine of one's own, hand in the
/// signature.
@RestController
@RequestMapping("/api/signatures")
class SignaturesController {
  private final CertificateSigning signing;
  private final SigningCertificates certificates;
  private final ExportGate gate;

  SignaturesController(
      CertificateSigning signing, SigningCertificates certificates, ExportGate gate) {
    this.signing = signing;
    this.certificates = certificates;
    this.gate = gate;
  }

  record Wanted(String about, boolean pdf) {
    Wanted {
      new Checks().text("about", about, 200).done();
    }
  }

  /// What is to be signed, without its bytes: those lie at `/api/signatures/offers/{id}/content`.
  record OfferView(UUID id, String name, String form, int sizeBytes, String sha256, String sm3) {}

  @GetMapping
  @AllowedToSignedIn
  List<CertificateSignature> about(@RequestParam("about") String about) {
    return signing.about(about);
  }

  @PostMapping("/offers")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  OfferView offer(@RequestBody Wanted wanted) {
    SigningOffer offer = signing.offer(wanted.about(), wanted.pdf());
    return new OfferView(
        offer.id(), offer.name(), offer.form(), offer.toSign().length, offer.sha256(), offer.sm3());
  }

  @GetMapping("/offers/{id}/content")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  ResponseEntity<byte[]> content(@PathVariable UUID id) {
    SigningOffer offer = signing.offered(id);
    String name = offer.hole() == null ? offer.name() : offer.name() + ".tosign";
    // Whoever is asked to sign it may have it without asking: they are shown it on the page.
    return FileAnswer.download(
        gate.file(Outgoing.kept(offer.clientId(), name).onPage(), offer.toSign()));
  }

  @PostMapping("/offers/{id}")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  CertificateSignature take(@PathVariable UUID id, @RequestPart("file") MultipartFile file)
      throws IOException {
    return signing.take(id, file.getBytes());
  }

  @GetMapping("/certificates")
  @AllowedToSignedIn
  List<SigningCertificates.Registered> certificates() {
    return certificates.of(Caller.current().id());
  }

  @PostMapping("/certificates")
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  List<SigningCertificates.Registered> register(@RequestPart("file") MultipartFile file)
      throws IOException {
    certificates.add(Certificates.certificate("file", file.getBytes()));
    return certificates();
  }

  @DeleteMapping("/certificates/{id}")
  @AllowedTo({Role.PROVIDER_MANAGER, Role.ENGINEER, Role.CLIENT_SIGNATORY})
  List<SigningCertificates.Registered> withdraw(@PathVariable UUID id) {
    certificates.withdraw(id);
    return certificates();
  }
}
