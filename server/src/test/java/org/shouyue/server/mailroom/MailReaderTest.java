package org.shouyue.server.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.server.problem.Problem;

class MailReaderTest {
  private static final Charset GBK = Charset.forName("GBK");

  private static IncomingMail read(String mail) {
    return MailReader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsChineseThatCallsItselfGb2312() {
    String subject = Base64.getEncoder().encodeToString("网站打不开（镕）".getBytes(GBK));
    byte[] head =
        """
        From: =?gb2312?B?%s?= <Zhang@yunxi.gov.cn>
        Subject: =?gb2312?B?%s?=
        Message-ID: <1@yunxi.gov.cn>
        Content-Type: text/plain; charset=gb2312
        Content-Transfer-Encoding: 8bit

        """
            .formatted(Base64.getEncoder().encodeToString("张主任".getBytes(GBK)), subject)
            .getBytes(StandardCharsets.US_ASCII);
    byte[] body = "请尽快处理，朱镕同志。".getBytes(GBK);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);

    IncomingMail mail = MailReader.read(whole);

    assertThat(mail.subject()).isEqualTo("网站打不开（镕）");
    assertThat(mail.name()).isEqualTo("张主任");
    assertThat(mail.from()).isEqualTo("zhang@yunxi.gov.cn");
    assertThat(mail.text()).isEqualTo("请尽快处理，朱镕同志。");
  }

  @Test
  void takesTheWordsOfHtmlAndTheFilesBesideIt() {
    IncomingMail mail =
        read(
            """
            From: a@b.cn
            Message-ID: <2@b.cn>
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/html; charset=utf-8

            <html><style>p{color:red}</style><p>第一行<br>第二行 &amp; 更多</p><script>alert(1)</script></html>
            --x
            Content-Type: application/pdf; name="=?utf-8?B?5oql5ZGKLnBkZg==?="
            Content-Transfer-Encoding: base64

            JVBERg==
            --x--
            """);

    assertThat(mail.text()).isEqualTo("第一行\n第二行 & 更多");
    assertThat(mail.attachments())
        .singleElement()
        .extracting(file -> file.name())
        .isEqualTo("报告.pdf");
  }

  @Test
  void leavesOutWhatIsQuoted() {
    IncomingMail mail =
        read(
            """
            From: a@b.cn
            Subject: Re: x
            In-Reply-To: <root@shouyue>

            已修好。
            > 旧的话
            ------------------ 原始邮件 ------------------
            发件人: "守约"
            很久以前
            """);

    assertThat(mail.text()).isEqualTo("已修好。");
    assertThat(mail.references()).containsExactly("<root@shouyue>");
    assertThat(mail.id()).startsWith("sha256:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "List-Id: <l.b.cn>",
        "Return-Path: <>",
        "Content-Type: multipart/report; boundary=x",
      })
  void knowsWhatAProgramWrote(String header) {
    assertThat(read("From: a@b.cn\n" + header + "\n\nx").automatic()).isTrue();
  }

  @Test
  void knowsWhatAPersonWrote() {
    assertThat(read("From: a@b.cn\nAuto-Submitted: no\n\nx").automatic()).isFalse();
  }

  @Test
  void refusesWhatIsNoMailOrTooLarge() {
    assertThatThrownBy(() -> MailReader.read(new byte[0])).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> MailReader.read(new byte[MailReader.LARGEST_BYTES + 1]))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("25 MB");
  }

  /// Anybody may send anything: broken mail is read or refused, nothing else.
  @Test
  void staysCalmWhateverComes() {
    byte[] good =
        """
        From: a@b.cn
        Subject: =?utf-8?Q?=E4=BD?=
        Content-Type: multipart/mixed; boundary=x

        --x
        Content-Type: text/plain; charset=no-such
        Content-Transfer-Encoding: quoted-printable

        =E4=BD=A0
        --x
        Content-Type: message/rfc822

        From: c@d.cn

        inner
        --x--
        """
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int n = 0; n < 5000; n++) {
      byte[] bad = good.clone();
      for (int k = random.nextInt(6); k >= 0; k--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(MailReader.read(bad).text()).isNotNull();
      } catch (Problem refused) {
        assertThat(refused.status().value()).isEqualTo(400);
      }
    }
  }
}
