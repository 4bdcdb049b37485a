package org.shouyue.server.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// CSAF 2.0 documents, read or refused with the place that is wrong.
class CsafReadingTest {
  static String sample(String name) {
    try (InputStream in =
        Objects.requireNonNull(CsafReadingTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ReadItem> read(String text) {
    return AdvisoryFile.read(text.getBytes(StandardCharsets.UTF_8)).items();
  }

  @Test
  void readsWhatADocumentSays() {
    ReadItem.Good good = (ReadItem.Good) read(sample("tomcat.json")).getFirst();

    assertThat(good.key()).isEqualTo("csaf:https://qingshan.example/QS-2026-0007");
    assertThat(good.version()).isEqualTo("1");
    Advisory advisory = good.advisory();
    assertThat(advisory.severity()).isEqualTo("critical");
    assertThat(advisory.cves()).containsExactly("CVE-2026-20938");
    assertThat(advisory.issuedAt()).isEqualTo(Instant.parse("2026-02-28T00:00:00Z"));
    assertThat(advisory.summary()).contains("AJP 连接器", "CVE-2026-20938：未授权的远程文件读取。");
    assertThat(advisory.advice()).contains("升级到 9.0.31 或 8.5.51。", "https://qingshan.example/fix");
    assertThat(advisory.workaround()).isEqualTo("在 server.xml 中停用 AJP 连接器。");
    assertThat(advisory.references()).containsExactly("https://qingshan.example/sa/2026-0007");
    assertThat(advisory.products())
        .contains(
            new AffectedProduct(
                "Apache",
                "Tomcat",
                "cpe:2.3:a:apache:tomcat:*:*:*:*:*:*:*:*",
                Standing.AFFECTED,
                "vers:maven/>=9.0.0|<9.0.31"),
            new AffectedProduct("Apache", "Tomcat", "", Standing.FIXED, "9.0.31"));
    advisory.check();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"id\": \"QS-2026-0007\",', '', /document/tracking/id",
    "'\"csaf_version\": \"2.0\"', '\"csaf_version\": \"1.2\"', /document/csaf_version",
    "'[\"T-9-FIX\"]', '[\"T-0\"]', /vulnerabilities/0/product_status/fixed/0",
    "'\"title\": \"青杉中间件 Tomcat 发行版：AJP 文件读取\",', '', /document/title",
  })
  void saysWhereADocumentIsWrong(String good, String bad, String where) {
    String text = sample("tomcat.json");
    assertThat(text).contains(good);

    List<ReadItem> items = read(text.replace(good, bad));

    ReadItem.Refused refused = (ReadItem.Refused) items.getFirst();
    assertThat(refused.where()).isEqualTo(where);
    assertThat(refused.remedy()).isNotBlank();
  }

  @Test
  void saysWhereTheJsonBreaks() {
    String text = sample("tomcat.json");

    ReadItem.Refused refused =
        (ReadItem.Refused) read(text.substring(0, text.length() / 2)).getFirst();

    assertThat(refused.where()).matches("第 \\d+ 行第 \\d+ 列");
  }

  @Test
  void keepsTheGoodDocumentBesideABadOne() {
    List<ReadItem> items = read("[{\"document\": {}}, " + sample("tomcat.json") + "]");

    assertThat(items).hasAtLeastOneElementOfType(ReadItem.Good.class);
    assertThat(items)
        .filteredOn(ReadItem.Refused.class::isInstance)
        .allSatisfy(
            item -> assertThat(((ReadItem.Refused) item).where()).startsWith("/0/document"));
  }

  @Test
  void readsProductsThatAreNamedInFullOrRelatedToOthers() {
    String text =
        """
        {"document": {"csaf_version": "2.0", "title": "t", "publisher": {"name": "p"},
          "tracking": {"id": "1", "version": "1.0.0"}},
         "product_tree": {
          "full_product_names": [{"product_id": "A", "name": "Great Portal 4.2.1"},
            {"product_id": "B", "name": "Base System"}],
          "relationships": [{"category": "installed_on", "product_reference": "A",
            "relates_to_product_reference": "B",
            "full_product_name": {"product_id": "A@B", "name": "Great Portal on Base System"}}]},
         "vulnerabilities": [{"cve": "CVE-2026-1234",
           "product_status": {"known_affected": ["A@B"], "known_not_affected": ["B"]}}]}
        """;

    Advisory advisory = ((ReadItem.Good) read(text).getFirst()).advisory();

    assertThat(advisory.products())
        .containsExactlyInAnyOrder(
            new AffectedProduct("", "Great Portal", "", Standing.AFFECTED, "4.2.1"),
            new AffectedProduct("", "Base System", "", Standing.NOT_AFFECTED, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "2,1,true",
    "10,9,true",
    "1,1,false",
    "1,2,false",
    "1.0.1,1.0.0,true",
    "1.0.0,1.1.0,false"
  })
  void tellsANewerVersionOfADocument(String version, String known, boolean newer) {
    assertThat(BulletinIntake.isNewer(version, known, "csaf")).isEqualTo(newer);
  }
}
