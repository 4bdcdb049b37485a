package org.shouyue.server.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.PKCS7ProcessableObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.signature.TestAuthority.Keys;
import org.shouyue.server.signature.TestAuthority.Person;

/// Signatures of an authority made here, and what OpenSSL and Poppler say of them.
class CmsCheckTest {
  private static final byte[] DOCUMENT = "验收材料清单".getBytes(StandardCharsets.UTF_8);
  private static final TestAuthority CA = new TestAuthority(Keys.EC, "测试机构");

  @ParameterizedTest
  @EnumSource
  void believesWhatATrustedAuthorityStandsBehind(Keys keys) {
    TestAuthority authority = new TestAuthority(keys, "测试机构");
    Person person = authority.person("王主任");

    SignatureVerdict verdict =
        look(trusting(authority), authority.signed(person, DOCUMENT), DOCUMENT, "王主任");

    assertThat(verdict.state()).as(verdict.toString()).isEqualTo(SignatureVerdict.State.VALID);
    assertThat(verdict.subject()).contains("王主任");
    assertThat(verdict.claimedAt()).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void seesThatAnotherDocumentWasSigned(Keys keys) {
    TestAuthority authority = new TestAuthority(keys, "测试机构");
    byte[] signature = authority.signed(authority.person("王主任"), DOCUMENT);

    SignatureVerdict verdict =
        look(trusting(authority), signature, "别的文件".getBytes(StandardCharsets.UTF_8), "王主任");

    assertThat(verdict.state()).isEqualTo(SignatureVerdict.State.INVALID);
    assertThat(failed(verdict)).containsExactly("document");
  }

  @Test
  void looksAtWhatLiesInsideTheSignature() {
    Person person = CA.person("王主任");
    var same = new CMSProcessableByteArray(DOCUMENT);
    var other = new CMSProcessableByteArray("别的文件".getBytes(StandardCharsets.UTF_8));
    var odd =
        new PKCS7ProcessableObject(
            new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.1"), new DERUTF8String("别的文件"));

    assertThat(look(trusting(CA), CA.signed(person, same, true), DOCUMENT, "王主任").state())
        .isEqualTo(SignatureVerdict.State.VALID);
    assertThat(failed(look(trusting(CA), CA.signed(person, other, true), DOCUMENT, "王主任")))
        .containsExactly("document");
    assertThat(failed(look(trusting(CA), CA.signed(person, odd, true), DOCUMENT, "王主任")))
        .containsExactly("document");
  }

  @Test
  void takesNobodyForAnother() {
    byte[] signature = CA.signed(CA.person("051@李四@3205021990@1"), DOCUMENT);

    assertThat(failed(look(trusting(CA), signature, DOCUMENT, "王主任"))).containsExactly("person");
    assertThat(look(trusting(CA), signature, DOCUMENT, "李四").state())
        .isEqualTo(SignatureVerdict.State.VALID);
  }

  @Test
  void refusesExpiredRevokedAndUnsuitableCertificates() {
    Person expired = CA.person("王主任", -20, -2, KeyUsage.digitalSignature);
    Person early = CA.person("王主任", 3, 20, KeyUsage.digitalSignature);
    Person sealed = CA.person("王主任", -1, 20, KeyUsage.keyEncipherment);
    Person lost = CA.person("王主任");
    Trust trust = new Trust(List.of(CA.root()), List.of(CA.revoked(30, lost.certificate())));
    Trust stale = new Trust(List.of(CA.root()), List.of(CA.revoked(-2, lost.certificate())));

    assertThat(failed(look(trust, CA.signed(expired, DOCUMENT), DOCUMENT, "王主任")))
        .containsExactly("validity");
    assertThat(failed(look(trust, CA.signed(early, DOCUMENT), DOCUMENT, "王主任")))
        .containsExactly("validity");
    assertThat(failed(look(trust, CA.signed(sealed, DOCUMENT), DOCUMENT, "王主任")))
        .containsExactly("key-usage");
    assertThat(failed(look(trust, CA.signed(lost, DOCUMENT), DOCUMENT, "王主任")))
        .containsExactly("revocation");
    assertThat(failed(look(stale, CA.signed(lost, DOCUMENT), DOCUMENT, "王主任")))
        .containsExactly("revocation");
    assertThat(look(trust, CA.signed(CA.person("王主任"), DOCUMENT), DOCUMENT, "王主任").state())
        .isEqualTo(SignatureVerdict.State.VALID);
  }

  @Test
  void tellsAnUnknownAuthorityFromAForgedOne() {
    byte[] signature = CA.signed(CA.person("王主任"), DOCUMENT);
    TestAuthority namesake = new TestAuthority(Keys.EC, "测试机构");
    TestAuthority other = new TestAuthority(Keys.EC, "别的机构");

    assertThat(look(new Trust(List.of(), List.of()), signature, DOCUMENT, "王主任").state())
        .isEqualTo(SignatureVerdict.State.UNKNOWN);
    assertThat(look(trusting(other), signature, DOCUMENT, "王主任").state())
        .isEqualTo(SignatureVerdict.State.UNKNOWN);
    assertThat(failed(look(trusting(namesake), signature, DOCUMENT, "王主任")))
        .containsExactly("chain");
  }

  @Test
  void asksForTheCertificateThatWasRegistered() {
    byte[] signature = CA.signed(CA.person("王主任"), DOCUMENT);

    SignatureVerdict verdict =
        new CmsCheck(trusting(CA), Instant.now())
            .of(DOCUMENT, signature, new CmsCheck.Expected("王主任", Set.of("00")));

    assertThat(failed(verdict)).containsExactly("registered");
  }

  @Test
  void refusesWhatIsNoSignature() {
    assertThatThrownBy(() -> look(trusting(CA), DOCUMENT, DOCUMENT, "王主任"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("CMS/PKCS#7");
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "EC"})
  void agreesWithOpenSsl(Keys keys, @TempDir Path folder) throws Exception {
    TestAuthority authority = new TestAuthority(keys, "测试机构");
    Person person = authority.person("王主任");
    Files.write(folder.resolve("document"), DOCUMENT);
    Files.writeString(folder.resolve("ca.pem"), Certificates.pem(authority.root()));
    Files.writeString(folder.resolve("own.pem"), Certificates.pem(person.certificate()));
    Files.writeString(folder.resolve("own.key"), TestAuthority.pem(person.key()));
    Files.write(folder.resolve("ours.p7s"), authority.signed(person, DOCUMENT));

    run(
        folder,
        "openssl cms -verify -binary -inform DER -in ours.p7s -content document -CAfile ca.pem"
            + " -purpose any -out verified");
    run(
        folder,
        "openssl cms -sign -binary -in document -signer own.pem -inkey own.key -md sha256"
            + " -outform PEM -out theirs.p7s");

    assertThat(Files.readAllBytes(folder.resolve("verified"))).isEqualTo(DOCUMENT);
    byte[] theirs = Files.readAllBytes(folder.resolve("theirs.p7s"));
    assertThat(look(trusting(authority), theirs, DOCUMENT, "王主任").state())
        .isEqualTo(SignatureVerdict.State.VALID);
    assertThat(failed(look(trusting(authority), theirs, new byte[] {1}, "王主任")))
        .containsExactly("document");
  }

  @Test
  void putsASignatureIntoAPdfThatPopplerBelieves(@TempDir Path folder) throws Exception {
    TestAuthority authority = new TestAuthority(Keys.RSA, "Test Authority");
    Person person = authority.person("Wang");
    PdfSignature.Prepared prepared =
        PdfSignature.prepare(page(), "Wang", "statement.pdf", Instant.now());

    byte[] signature = authority.signed(person, prepared.toSign());
    byte[] signed = PdfSignature.filled(prepared.document(), prepared.hole(), signature);

    Files.write(folder.resolve("signed.pdf"), signed);
    String said = run(folder, "pdfsig -nocert signed.pdf");
    assertThat(said)
        .contains("Signature is Valid.", "Wang", "ETSI.CAdES.detached", "Total document signed");
    signed[40] ^= 1;
    Files.write(folder.resolve("altered.pdf"), signed);
    assertThat(run(folder, "pdfsig -nocert altered.pdf || true"))
        .doesNotContain("Signature is Valid.");
    assertThatThrownBy(
            () -> PdfSignature.filled(prepared.document(), prepared.hole(), new byte[90_000]))
        .isInstanceOf(Problem.class);
  }

  private static byte[] page() throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.save(out);
      return out.toByteArray();
    }
  }

  private static Trust trusting(TestAuthority authority) {
    return new Trust(List.of(authority.root()), List.of());
  }

  private static SignatureVerdict look(
      Trust trust, byte[] signature, byte[] document, String person) {
    return new CmsCheck(trust, Instant.now())
        .of(document, signature, new CmsCheck.Expected(person, Set.of()));
  }

  private static List<String> failed(SignatureVerdict verdict) {
    return verdict.checks().stream()
        .filter(check -> Boolean.FALSE.equals(check.ok()))
        .map(SignatureCheck::code)
        .toList();
  }

  private static String run(Path folder, String command) throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
    return said;
  }
}
