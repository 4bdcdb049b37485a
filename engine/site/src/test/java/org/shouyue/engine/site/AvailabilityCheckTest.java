package org.shouyue.engine.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.shouyue.engine.site.Given.NOW;
import static org.shouyue.engine.site.Given.loopback;
import static org.shouyue.engine.site.LoopbackServer.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.scope.RefusalCode;

@Timeout(60)
class AvailabilityCheckTest {
  private static final String HOME = "<html><title> 某市\n 人民政府 </title><p>通知公告</p></html>";

  private final Given given = new Given();
  private final AvailabilityCheck check = new AvailabilityCheck(given.broker, () -> NOW);

  @Test
  void siteThatShowsWhatItShouldIsUp() throws IOException {
    try (LoopbackServer server = LoopbackServer.answering(page(HOME))) {
      SiteObservation seen =
          look(
              server.url("/index.html?a=1#top"),
              new Assertion.Contains("通知公告"),
              new Assertion.TitleContains("某市 人民政府"),
              new Assertion.Matches("(?s)<p>.*公告"),
              new Assertion.Lacks("hacked"));

      assertThat(seen.availability()).isEqualTo(new Availability.Up(List.of()));
      assertThat(seen.findings()).isEmpty();
      assertThat(server.requests).hasSize(1);
      assertThat(server.requests.getFirst())
          .startsWith("GET /index.html?a=1 HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n");
      Hop hop = seen.hops().getFirst();
      assertThat(hop.head()).startsWith("HTTP/1.1 200 OK\r\n");
      assertThat(hop.bodySha256()).isEqualTo(Digests.sha256(HOME.getBytes(StandardCharsets.UTF_8)));
      assertThat(hop.timings().total()).isGreaterThanOrEqualTo(hop.timings().firstByte());
      assertThat(seen.facts()).containsEntry("outcome", "up").containsEntry("at", NOW.toString());
    }
  }

  @Test
  void readsChunksAndGzipAndGbk() throws IOException {
    byte[] zipped =
        gzip("<meta charset=gb2312><title>交通运输局</title>".getBytes(Charset.forName("GBK")));
    try (LoopbackServer server =
        LoopbackServer.behaving((_, out, _) -> {
          out.write(
              LoopbackServer.response(
                  "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n"
                      + "Transfer-Encoding: chunked\r\n\r\n"));
          for (byte octet : zipped) {
            out.write(LoopbackServer.response("1;x=y\r\n"));
            out.write(octet);
            out.write(LoopbackServer.response("\r\n"));
          }
          out.write(LoopbackServer.response("0\r\nTrailer: x\r\n\r\n"));
        })) {
      SiteObservation seen = look(server.url("/"), new Assertion.TitleContains("交通运输局"));

      assertThat(seen.availability()).isInstanceOf(Availability.Up.class);
      assertThat(seen.body().toArray()).isEqualTo(zipped);
    }
  }

  @Test
  void compressedBombIsReadNoFurtherThanItsLimit() throws IOException {
    byte[] bomb = gzip(new byte[200_000_000]);
    try (LoopbackServer server =
        LoopbackServer.behaving((_, out, _) -> {
          out.write(LoopbackServer.response("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
          out.write(bomb);
        })) {
      SiteObservation seen = look(server.url("/"), new Assertion.Contains("x"));

      assertThat(reason(seen)).isEqualTo(Availability.Reason.CONTENT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/1.1 999 Odd\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "<html>HTTP/0.9</html>\r\n\r\n"
      })
  void whatIsNotHttpIsDownForThatReason(String answer) throws IOException {
    try (LoopbackServer server = LoopbackServer.answering(answer)) {
      assertThat(reason(look(server.url("/")))).isEqualTo(Availability.Reason.PROTOCOL);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe"
      })
  void answerThatEndsEarlyIsDownForThatReason(String answer) throws IOException {
    try (LoopbackServer server = LoopbackServer.answering(answer)) {
      assertThat(reason(look(server.url("/")))).isEqualTo(Availability.Reason.BROKEN_OFF);
    }
  }

  @Test
  void headersWithoutEndAreCut() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.behaving((_, out, _) -> {
          out.write(LoopbackServer.response("HTTP/1.1 200 OK\r\n"));
          for (int i = 0; i < 100_000; i++) {
            out.write(LoopbackServer.response("X-" + i + ": y\r\n"));
          }
        })) {
      assertThat(reason(look(server.url("/")))).isEqualTo(Availability.Reason.PROTOCOL);
    }
  }

  @Test
  void wrongStatusAndWrongContentAreToldApart() throws IOException {
    try (LoopbackServer broken = LoopbackServer.answering("HTTP/1.1 503 Busy\r\n\r\n");
        LoopbackServer defaced = LoopbackServer.answering(page("hacked"))) {
      SiteObservation status = look(broken.url("/"), new Assertion.Contains("公告"));
      SiteObservation content = look(defaced.url("/"), new Assertion.Contains("公告"));

      assertThat(reason(status)).isEqualTo(Availability.Reason.STATUS);
      assertThat(reason(content)).isEqualTo(Availability.Reason.CONTENT);
      assertThat(status.findings()).extracting(SiteFinding::code).containsExactly("site.down");
      assertThat(content.findings()).extracting(SiteFinding::code).containsExactly("site.content");
    }
  }

  @Test
  void outageKeepsItsIdentityWhileItsReasonChanges() throws IOException {
    LoopbackServer server = LoopbackServer.answering("HTTP/1.1 503 Busy\r\n\r\n");
    String url = server.url("/");
    SiteObservation busy = look(url);
    server.close();
    SiteObservation gone = look(url);

    assertThat(reason(gone)).isEqualTo(Availability.Reason.REFUSED);
    assertThat(gone.findings().getFirst().fingerprint())
        .isEqualTo(busy.findings().getFirst().fingerprint());
  }

  @Test
  void unknownNameIsDownForThatReason() {
    SiteObservation seen =
        check.run(
            Given.purpose("host:nowhere.test"),
            AvailabilityRequest.of(URI.create("http://nowhere.test/")));

    assertThat(reason(seen)).isEqualTo(Availability.Reason.NAME);
  }

  @Test
  void silentSiteIsDownAtTheLimitAndNotLater() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (LoopbackServer server = LoopbackServer.behaving((_, _, _) -> await(over))) {
      SiteObservation seen =
          check.run(
              loopback(),
              AvailabilityRequest.of(URI.create(server.url("/"))).within(Duration.ofMillis(300)));

      assertThat(reason(seen)).isEqualTo(Availability.Reason.TIMEOUT);
      assertThat(seen.took()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(10));
    } finally {
      over.countDown();
    }
  }

  @Test
  void siteThatDripsIsDownAtTheLimit() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.behaving((_, out, socket) -> {
          socket.setSoTimeout(20);
          out.write(LoopbackServer.response("HTTP/1.1 200 OK\r\n\r\n"));
          while (true) {
            out.write('.');
            try {
              // A read that nobody answers paces the drops.
              socket.getInputStream().read();
              return;
            } catch (SocketTimeoutException _) {
              continue;
            }
          }
        })) {
      SiteObservation seen =
          check.run(
              loopback(),
              AvailabilityRequest.of(URI.create(server.url("/"))).within(Duration.ofMillis(400)));

      assertThat(reason(seen)).isEqualTo(Availability.Reason.TIMEOUT);
    }
  }

  @Test
  void followsRedirectsAndKeepsEachHop() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.behaving((head, out, _) ->
            out.write(
                LoopbackServer.response(
                    head.startsWith("GET /old ")
                        ? "HTTP/1.1 301 Moved\r\nLocation: new%20place/./x\r\n\r\n"
                        : page("ok"))))) {
      SiteObservation seen = look(server.url("/old"), new Assertion.Contains("ok"));

      assertThat(seen.availability()).isInstanceOf(Availability.Up.class);
      assertThat(seen.hops()).extracting(Hop::status).containsExactly(301, 200);
      assertThat(seen.hops().getFirst().location()).isEqualTo("new%20place/./x");
    }
  }

  @Test
  void redirectIsJudgedAnewAndNothingArrivesWhereThePermitDoesNotReach() throws IOException {
    try (LoopbackServer outside = LoopbackServer.answering(page("secret"));
        LoopbackServer inside =
            LoopbackServer.at(
                "127.0.0.2",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
                    + outside.port()
                    + "/\r\n\r\n")) {
      URI url = URI.create("http://127.0.0.2:" + inside.port() + "/");

      SiteObservation narrow =
          check.run(Given.purpose("address:127.0.0.2"), AvailabilityRequest.of(url));
      SiteObservation wide =
          check.run(Given.purpose("address:127.0.0.0/30"), AvailabilityRequest.of(url));

      assertThat(narrow.availability()).isInstanceOf(Availability.NotPermitted.class);
      assertThat(narrow.hops()).hasSize(1);
      assertThat(wide.availability()).isInstanceOf(Availability.Up.class);
      assertThat(outside.requests).as("by the wide permit alone").hasSize(1);
    }
  }

  @Test
  void redirectsWithoutEndAreDown() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.answering("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n")) {
      SiteObservation seen = look(server.url("/"));

      assertThat(reason(seen)).isEqualTo(Availability.Reason.REDIRECTS);
      assertThat(seen.hops()).hasSize(AvailabilityCheck.MAX_REDIRECTS + 1);
    }
  }

  @Test
  void withoutPermitNothingIsKnownAndNothingArrives() throws IOException {
    try (LoopbackServer server = LoopbackServer.answering(page(HOME))) {
      SiteObservation seen =
          check.run(
              Given.purpose("host:a.test"), AvailabilityRequest.of(URI.create(server.url("/"))));

      assertThat(seen.availability())
          .asInstanceOf(type(Availability.NotPermitted.class))
          .extracting(refused -> refused.refusal().code())
          .isEqualTo(RefusalCode.TARGET_NOT_COVERED);
      assertThat(seen.findings()).isEmpty();
      assertThat(seen.facts()).containsEntry("reason", "target-not-covered");
      assertThat(server.requests).isEmpty();
      assertThat(given.refusals).hasSize(1);
    }
  }

  @Test
  void killSwitchLeavesTheAnswerUnknown() throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (LoopbackServer server =
        LoopbackServer.behaving((_, _, _) -> {
          given.broker.halt("演练");
          await(over);
        })) {
      SiteObservation seen = look(server.url("/"));

      assertThat(seen.availability()).isInstanceOf(Availability.Unknown.class);
      assertThat(seen.findings()).isEmpty();
    } finally {
      over.countDown();
    }
  }

  @Test
  void expiredCertificateIsToldFromASiteThatIsDown() throws IOException {
    TestAuthority authority = TestAuthority.root("测试根");
    TrustAnchors trust = TrustAnchors.of(List.of(authority.certificate));
    try (LoopbackServer server =
        LoopbackServer.secured(
            authority.server(TestAuthority.site("127.0.0.1", Duration.ofDays(-1))), page(HOME))) {
      SiteObservation seen =
          check.run(
              loopback(),
              AvailabilityRequest.of(
                      URI.create("https://127.0.0.1:" + server.port() + "/"),
                      new Assertion.Contains("通知公告"))
                  .trusting(trust));

      assertThat(seen.availability())
          .isEqualTo(new Availability.Up(List.of(CertificateFault.EXPIRED)));
      assertThat(seen.findings())
          .extracting(SiteFinding::code)
          .containsExactly("tls.certificate-expired");
      assertThat(seen.hops().getFirst().tls().protocol()).isEqualTo("TLSv1.3");
    }
  }

  @Test
  void plainServerBehindHttpsIsDownForItsHandshake() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.raw(
            (_, out, _) -> out.write("hello\r\n".getBytes(StandardCharsets.US_ASCII)))) {
      SiteObservation seen = look("https://127.0.0.1:" + server.port() + "/");

      assertThat(reason(seen)).isIn(Availability.Reason.TLS, Availability.Reason.BROKEN_OFF);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a|aa)+$", "(.|\\s)*zzz"})
  void expressionThatNeverEndsLeavesTheAnswerUnknown(String expression) throws IOException {
    try (LoopbackServer server =
        LoopbackServer.answering(page("x".repeat(40) + "a".repeat(50_000) + "b"))) {
      SiteObservation seen = look(server.url("/"), new Assertion.Matches(expression));

      assertThat(seen.availability()).isInstanceOf(Availability.Unknown.class);
    }
  }

  @Test
  void contentOfACutPageIsNotJudged() throws IOException {
    try (LoopbackServer server = LoopbackServer.answering(page("x".repeat(3_000_000) + "公告"))) {
      SiteObservation seen = look(server.url("/"), new Assertion.Contains("公告"));

      assertThat(seen.availability()).isInstanceOf(Availability.Unknown.class);
      assertThat(seen.hops().getFirst().truncated()).isTrue();
    }
  }

  private SiteObservation look(String url, Assertion... assertions) {
    return check.run(loopback(), AvailabilityRequest.of(URI.create(url), assertions));
  }

  private static Availability.Reason reason(SiteObservation seen) {
    assertThat(seen.availability()).isInstanceOf(Availability.Down.class);
    return ((Availability.Down) seen.availability()).reason();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    }
    return zipped.toByteArray();
  }
}
