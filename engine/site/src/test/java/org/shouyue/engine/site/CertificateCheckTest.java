package org.shouyue.engine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouyue.engine.site.Given.NOW;
import static org.shouyue.engine.site.Given.loopback;
import static org.shouyue.engine.site.TestAuthority.rsa;
import static org.shouyue.engine.site.TestAuthority.site;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CertificateCheckTest {
  private static final Duration A_YEAR = Duration.ofDays(365);
  private static TestAuthority root;

  private final Given given = new Given();
  private final CertificateCheck check = new CertificateCheck(given.broker, () -> NOW);

  @BeforeAll
  static void authority() {
    root = TestAuthority.root("测试根");
  }

  @Test
  void goodCertificateHasNoFindings() throws IOException {
    TestAuthority issuer = root.intermediate("中间", A_YEAR);

    CertificateObservation seen = look("www.a.test", issuer.server(site("*.a.test", A_YEAR)));

    assertThat(seen.findings()).isEmpty();
    assertThat(seen.protocol()).isEqualTo("TLSv1.3");
    assertThat(seen.chain()).hasSize(2);
    assertThat(seen.timeLeft()).isEqualTo(A_YEAR);
    assertThat(seen.oldProtocols())
        .as("this platform's own server declines them")
        .containsEntry(OldProtocol.TLS_1_0, OldProtocol.Answer.DECLINED)
        .containsEntry(OldProtocol.TLS_1_1, OldProtocol.Answer.DECLINED);
    assertThat(seen.facts()).containsEntry("daysLeft", 365L);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, tls.certificate-expired, CRITICAL",
    "3, tls.certificate-expiring, HIGH",
    "7, tls.certificate-expiring, HIGH",
    "8, tls.certificate-expiring, MEDIUM",
    "30, tls.certificate-expiring, MEDIUM"
  })
  void tellsHowNearTheEndIs(int days, String code, Severity severity) throws IOException {
    CertificateObservation seen =
        look("a.test", root.server(site("a.test", Duration.ofDays(days))));

    assertThat(seen.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.code()).isEqualTo(code);
          assertThat(finding.severity()).isEqualTo(severity);
        });
  }

  @Test
  void saysNothingOfTheEndWhileItIsFar() throws IOException {
    assertThat(look("a.test", root.server(site("a.test", Duration.ofDays(31)))).findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"b.test", "x.a.test", "a.test.b.test"})
  void certificateForAnotherNameIsAMismatch(String host) throws IOException {
    CertificateObservation seen = look(host, root.server(site("a.test", A_YEAR)));

    assertThat(seen.faults()).containsExactly(CertificateFault.NAME_MISMATCH);
  }

  @Test
  void literalAddressNeedsAnAddressInTheCertificate() throws IOException {
    assertThat(look("127.0.0.1", root.server(site("127.0.0.1", A_YEAR))).faults()).isEmpty();
    assertThat(look("127.0.0.1", root.server(site("a.test", A_YEAR))).faults())
        .containsExactly(CertificateFault.NAME_MISMATCH);
  }

  @Test
  void tellsSelfSignedFromIncompleteFromInvalid() throws IOException {
    TestAuthority issuer = root.intermediate("中间", A_YEAR);
    TestAuthority expired = root.intermediate("旧中间", Duration.ofDays(-1));
    TestAuthority stranger = TestAuthority.root("陌生");
    TestAuthority impostor = TestAuthority.root("测试根");

    assertThat(look("a.test", TestAuthority.selfSigned(site("a.test", A_YEAR))).faults())
        .containsExactly(CertificateFault.SELF_SIGNED);
    assertThat(look("a.test", issuer.serverAlone(site("a.test", A_YEAR))).faults())
        .containsExactly(CertificateFault.INCOMPLETE_CHAIN);
    assertThat(look("a.test", stranger.server(site("a.test", A_YEAR))).faults())
        .containsExactly(CertificateFault.INCOMPLETE_CHAIN);
    assertThat(look("a.test", expired.server(site("a.test", A_YEAR))).faults())
        .containsExactly(CertificateFault.INVALID_CHAIN);
    assertThat(look("a.test", impostor.server(site("a.test", A_YEAR))).faults())
        .containsExactly(CertificateFault.INVALID_CHAIN);
  }

  @Test
  void weakKeyAndWeakSignatureAreFound() throws IOException {
    CertificateObservation key =
        look("a.test", root.server(new TestAuthority.Wanted("site", "a.test", A_YEAR, rsa(1024))));
    CertificateObservation signature =
        look(
            "a.test",
            root.server(new TestAuthority.Wanted("site", "a.test", A_YEAR, rsa(2048), "SHA1")));

    assertThat(key.faults()).contains(CertificateFault.WEAK_KEY);
    assertThat(signature.faults()).contains(CertificateFault.WEAK_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource(OldProtocol.class)
  void serverThatTakesAnOldProtocolIsFound(OldProtocol protocol) throws IOException {
    try (LoopbackServer server =
        LoopbackServer.raw((_, out, socket) -> {
          byte[] hello = socket.getInputStream().readNBytes(11);
          int asked = ((hello[9] & 0xff) << 8) | (hello[10] & 0xff);
          if (asked == protocol.version()) {
            out.write(serverHello(asked));
            // Leaves the rest to the other side, as a server waiting for its answer would.
            socket.getInputStream().read();
          } else {
            out.write(new byte[] {21, 3, 1, 0, 2, 2, 70});
          }
        })) {
      CertificateObservation seen = look("a.test", server);

      assertThat(seen.protocol()).isNull();
      assertThat(seen.failure()).isNotNull();
      for (OldProtocol asked : OldProtocol.values()) {
        assertThat(seen.oldProtocols())
            .containsEntry(
                asked,
                asked == protocol ? OldProtocol.Answer.OFFERED : OldProtocol.Answer.DECLINED);
      }
      assertThat(seen.findings())
          .extracting(SiteFinding::code)
          .containsExactly("tls.handshake-failed", "tls.old-protocol");
      assertThat(seen.findings().getLast().identity().getLast()).isEqualTo(protocol.written());
    }
  }

  @Test
  void serverThatAnswersNonsenseLeavesOldProtocolsUnknown() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.raw((_, out, socket) -> {
          socket.getInputStream().readNBytes(11);
          out.write("220 ftp ready\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          socket.getInputStream().readAllBytes();
        })) {
      assertThat(look("a.test", server).oldProtocols().values())
          .containsOnly(OldProtocol.Answer.UNKNOWN);
    }
  }

  @Test
  void nobodyThereIsUnknownAndWithoutPermitIsRefused() throws IOException {
    LoopbackServer server = LoopbackServer.answering("");
    int port = server.port();
    server.close();

    assertThat(check.run(loopback(), CertificateRequest.of("127.0.0.1", port)))
        .isInstanceOf(CertificateOutcome.Unknown.class);
    assertThat(check.run(Given.purpose("host:b.test"), CertificateRequest.of("a.test", port)))
        .isInstanceOf(CertificateOutcome.NotPermitted.class);
  }

  @Test
  void findingIsTheSameInTwoRunsAndOnTheUsualPortTheSameAsAUrls() {
    SiteFinding byUrl = CertificateFindings.of(CertificateFault.EXPIRED, "a.test");
    SiteFinding byPort = CertificateFindings.of(CertificateFault.EXPIRED, "a.test:443");
    SiteFinding elsewhere = CertificateFindings.of(CertificateFault.EXPIRED, "a.test:8443");

    assertThat(byUrl.fingerprint())
        .isEqualTo(byPort.fingerprint())
        .isNotEqualTo(elsewhere.fingerprint());
  }

  @ParameterizedTest
  @CsvSource({
    "a.test, A.TEST, true",
    "*.a.test, b.a.test, true",
    "*.a.test, a.test, false",
    "*.a.test, c.b.a.test, false",
    "*.test, a.test, false",
    "w*.a.test, www.a.test, false",
    "*, a, false"
  })
  void namesMatchByWholeLabels(String pattern, String host, boolean matches) {
    assertThat(HostNames.matches(pattern, host)).isEqualTo(matches);
  }

  private CertificateObservation look(String host, SSLContext context) throws IOException {
    try (LoopbackServer server = LoopbackServer.secured(context, "")) {
      return look(host, server);
    }
  }

  private CertificateObservation look(String host, LoopbackServer server) {
    CertificateOutcome outcome =
        check.run(
            loopback(),
            CertificateRequest.of(host, server.port())
                .trusting(TrustAnchors.of(List.of(root.certificate))));
    assertThat(outcome).isInstanceOf(CertificateOutcome.Seen.class);
    return ((CertificateOutcome.Seen) outcome).observation();
  }

  private static byte[] serverHello(int version) {
    byte[] hello = new byte[5 + 4 + 38];
    Arrays.fill(hello, (byte) 0);
    byte[] start = {22, 3, 1, 0, 42, 2, 0, 0, 38, (byte) (version >> 8), (byte) version};
    System.arraycopy(start, 0, hello, 0, start.length);
    return hello;
  }
}
