package org.shouyue.server.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// RSS and Atom: each item for itself, nothing of the file obeyed.
class FeedReadingTest {
  private static List<ReadItem> read(String text) {
    return AdvisoryFile.read(text.getBytes(StandardCharsets.UTF_8)).items();
  }

  private static Advisory good(ReadItem item) {
    return ((ReadItem.Good) item).advisory();
  }

  @Test
  void readsEachItemAndRefusesTheBadOneByItsLine() {
    List<ReadItem> items = read(CsafReadingTest.sample("feed.xml"));

    assertThat(items).hasSize(3);
    Advisory first = good(items.getFirst());
    assertThat(first.title()).isEqualTo("关于 Nginx 存在高危漏洞的通告");
    assertThat(first.severity()).isEqualTo("high");
    assertThat(first.source()).isEqualTo("云岭漏洞预警");
    assertThat(first.cves()).containsExactly("CVE-2026-11111", "CVE-2026-22222");
    assertThat(first.summary()).isEqualTo("编号 cve-2026-11111 与 CVE-2026-22222。\n请升级。");
    assertThat(first.references()).containsExactly("https://feed.example/2026/1");
    assertThat(first.issuedAt()).isEqualTo(Instant.parse("2026-02-27T01:30:00Z"));
    assertThat(items.get(1)).isEqualTo(new ReadItem.Refused("第 13 行", "title", "这一条没有标题，请手工录入"));
    assertThat(((ReadItem.Good) items.get(2)).key()).isEqualTo("feed:https://feed.example/2026/3");
    assertThat(good(items.get(2)).severity()).isEqualTo("medium");
  }

  @Test
  void readsAtom() {
    Advisory advisory = good(read(CsafReadingTest.sample("atom.xml")).getFirst());

    assertThat(advisory.severity()).isEqualTo("critical");
    assertThat(advisory.references()).containsExactly("https://db.example/1");
    assertThat(advisory.issuedAt()).isEqualTo(Instant.parse("2026-02-20T01:00:00Z"));
  }

  @Test
  void keepsWhatStandsBeforeAFault() {
    String text = CsafReadingTest.sample("feed.xml");

    List<ReadItem> items = read(text.substring(0, text.indexOf("每周")));

    assertThat(items.getFirst()).isInstanceOf(ReadItem.Good.class);
    assertThat(items.getLast())
        .isEqualTo(new ReadItem.Refused("第 18 行", "xml", "XML 语法错误，这一行之后没有读；请重新下载文件"));
  }

  @Test
  void readsNoDocumentTypeAndNoEntity() {
    String bomb =
        """
        <!DOCTYPE rss [<!ENTITY a "%s"><!ENTITY x SYSTEM "file:///etc/passwd">]>
        <rss><channel><item><title>&x;&a;</title><guid>1</guid></item></channel></rss>
        """
            .formatted("b".repeat(50));

    List<ReadItem> items = read(bomb);

    assertThat(items).hasSize(1);
    assertThat(((ReadItem.Refused) items.getFirst()).field()).isEqualTo("DOCTYPE");
  }

  @Test
  void refusesWhatIsNoFeedAtAll() {
    assertThat(read("<html><body>登录</body></html>")).first().isInstanceOf(ReadItem.Refused.class);
    assertThat(read("hello")).first().isInstanceOf(ReadItem.Refused.class);
    assertThat(read("")).first().isInstanceOf(ReadItem.Refused.class);
    assertThat(read("<a>".repeat(5_000))).first().isInstanceOf(ReadItem.Refused.class);
  }
}
