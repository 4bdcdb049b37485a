package org.shouyue.engine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouyue.engine.site.Given.NOW;
import static org.shouyue.engine.site.Given.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Old protocols as another implementation offers them, where OpenSSL is installed.
@Timeout(60)
class OpenSslTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeKey() throws Exception {
    Assumptions.assumeTrue(
        Stream.of("/usr/bin/openssl", "/bin/openssl").anyMatch(f -> Files.isExecutable(Path.of(f))),
        "skipped: no openssl here");
    Process made =
        new ProcessBuilder(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=a.test",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem",
                "-days",
                "30")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("made").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-tls1, TLS_1_0", "-tls1_1, TLS_1_1"})
  void oldProtocolOfARealServerIsFoundAndTheOthersAreDeclined(String option, OldProtocol offered)
      throws IOException {
    Process server = serve(option, "-cipher", "ALL:@SECLEVEL=0");
    try {
      CertificateObservation seen = look(server);

      assertThat(seen.protocol()).as("no current client gets in").isNull();
      for (OldProtocol asked : OldProtocol.values()) {
        assertThat(seen.oldProtocols())
            .containsEntry(
                asked, asked == offered ? OldProtocol.Answer.OFFERED : OldProtocol.Answer.DECLINED);
      }
    } finally {
      server.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource({"-tls1_2, TLSv1.2", "-tls1_3, TLSv1.3"})
  void currentServerDeclinesThemAll(String option, String protocol) throws IOException {
    Process server = serve(option);
    try {
      CertificateObservation seen = look(server);

      assertThat(seen.protocol()).isEqualTo(protocol);
      assertThat(seen.oldProtocols().values()).containsOnly(OldProtocol.Answer.DECLINED);
    } finally {
      server.destroyForcibly();
    }
  }

  private static Process serve(String... options) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    "openssl",
                    "s_server",
                    "-accept",
                    "127.0.0.1:0",
                    "-key",
                    "key.pem",
                    "-cert",
                    "cert.pem",
                    "-naccept",
                    "8"),
                Stream.of(options))
            .toList();
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  private static CertificateObservation look(Process server) throws IOException {
    BufferedReader said = server.inputReader(StandardCharsets.ISO_8859_1);
    String line = said.readLine();
    while (line != null && !line.startsWith("ACCEPT 127.0.0.1:")) {
      line = said.readLine();
    }
    assertThat(line).as("openssl listens").isNotNull();
    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
    // From here on what it says must flow, or it would wait for a reader.
    Thread.startVirtualThread(() -> said.lines().count());
    CertificateOutcome outcome =
        new CertificateCheck(new Given().broker, () -> NOW)
            .run(loopback(), CertificateRequest.of("127.0.0.1", port));
    assertThat(outcome).isInstanceOf(CertificateOutcome.Seen.class);
    return ((CertificateOutcome.Seen) outcome).observation();
  }
}
