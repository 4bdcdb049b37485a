package org.shouyue.server.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouyue.server.asset.InstalledProduct;

/// What a bulletin means for what is installed: affected, not affected, or honestly unknown.
class MatchingTest {
  private static Version version(String text) {
    return Objects.requireNonNull(Version.parse(text), text);
  }

  @Test
  void ordersVersionsAsTheirMakersDo() {
    List<String> ordered =
        List.of(
            "1.0.0-alpha.1",
            "1.0.0-beta",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.1",
            "1.0.2",
            "1.0.2g",
            "1.0.2k",
            "1.1",
            "1.1.1w",
            "2.4.37-43.el8",
            "2.4.37-65.el8",
            "2.4.59",
            "9.0.9",
            "9.0.31",
            "9.8p1",
            "9.8p2",
            "10.0.14393",
            "1:0.1");
    for (int n = 0; n < ordered.size(); n++) {
      for (int m = 0; m < ordered.size(); m++) {
        assertThat(Integer.signum(version(ordered.get(n)).compareTo(version(ordered.get(m)))))
            .as(ordered.get(n) + " and " + ordered.get(m))
            .isEqualTo(Integer.compare(n, m));
      }
    }
    assertThat(version("v1.2")).isEqualTo(version("1.2.0")).hasSameHashCodeAs(version("1.2.0"));
    assertThat(version("1.0.0+build7")).isEqualTo(version("1.0"));
  }

  @Test
  void comparesAnyTextWithoutFail() {
    Random random = new Random(7);
    String signs = "0123456789.-_:+~arcx版 ";
    List<Version> read = new java.util.ArrayList<>();
    for (int n = 0; n < 2_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int m = random.nextInt(12); m >= 0; m--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      Version version = Version.parse(text.toString());
      var _ = VersionRange.parse(text.toString());
      if (version != null) {
        read.add(version);
      }
    }
    assertThat(read).hasSizeGreaterThan(200);
    read.sort(null); // throws when the order contradicts itself
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<9.0.31                        | 9.0.30  | IN",
        "<9.0.31                        | 9.0.31  | OUT",
        "<9.0.31                        | 9.0     | VAGUE",
        "<9.0.31                        | 8       | IN",
        "<= 2.4.59                      | 2.4.59  | IN",
        ">=8.5.0, <8.5.51               | 8.5.20  | IN",
        ">=8.5.0, <8.5.51               | 8.4.9   | OUT",
        "<8.5.51 >=8.5.0                | 9.0     | OUT",
        ">=8.5 <8.5.51, >=9.0 <9.0.31   | 9.0.5   | IN",
        ">=8.5 <8.5.51, >=9.0 <9.0.31   | 8.6     | OUT",
        "1.0 - 2.3                      | 2.3     | IN",
        "1.0 至 2.3                      | 2.4     | OUT",
        "2.4.59 及以前版本                 | 2.4.58  | IN",
        "2.4.59 之前                      | 2.4.59  | OUT",
        "before 3.1                     | 3.0.9   | IN",
        "3.1 and later                  | 3.2     | IN",
        "7.x                            | 7.9     | IN",
        "7.x                            | 8.0     | OUT",
        "1.2.3、1.2.4                    | 1.2.4   | IN",
        "1.2.3, 1.2.4                   | 1.2.5   | OUT",
        "=1.2.3                         | 1.2     | VAGUE",
        "*                              | 1       | IN",
      })
  void readsRangesAsPeopleWriteThem(String range, String version, VersionRange.Holding holding) {
    assertThat(holds(range, version)).isEqualTo(holding);
  }

  @Test
  void readsVersRanges() {
    String range = "vers:maven/>=9.0.0|!=9.0.5|<9.0.31|10.0.1|>=11";
    assertThat(holds(range, "9.0.4")).isEqualTo(VersionRange.Holding.IN);
    assertThat(holds(range, "9.0.5")).isEqualTo(VersionRange.Holding.OUT);
    assertThat(holds(range, "10.0.1")).isEqualTo(VersionRange.Holding.IN);
    assertThat(holds(range, "10.0.2")).isEqualTo(VersionRange.Holding.OUT);
    assertThat(holds(range, "12")).isEqualTo(VersionRange.Holding.IN);
    assertThat(holds("vers:generic/%3C2.0", "1.9")).isEqualTo(VersionRange.Holding.IN);
    assertThat(holds("vers:all/*", "1")).isEqualTo(VersionRange.Holding.IN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "部分版本",
        "see advisory",
        "<2.0 <3.0",
        "vers:maven/",
        "1.0 with patch 3",
        "<x",
        "7.x, <8"
      })
  void guessesNothingOfWhatItCannotRead(String range) {
    assertThat(VersionRange.parse(range)).isNull();
  }

  private static VersionRange.Holding holds(String range, String version) {
    return Objects.requireNonNull(VersionRange.parse(range), range).holds(version(version));
  }

  @ParameterizedTest
  @CsvSource({
    "Apache Tomcat, 9.0.30, , AFFECTED",
    "tomcat, 9.0.31, , NOT_AFFECTED",
    "tomcat, 9.0.44, , NOT_AFFECTED",
    "tomcat, , , UNKNOWN",
    "tomcat, 未知, , UNKNOWN",
    "tomcat, 9.0, , UNKNOWN",
    "Tomcat Connectors, 1.2, , UNKNOWN",
    "网站中间件, , cpe:2.3:a:apache:tomcat:9.0.12:*:*:*:*:*:*:*, AFFECTED",
    "网站中间件, , cpe:/a:apache:tomcat:9.0.12, AFFECTED",
    "nginx, 1.20, ,",
    "Tomcat, 9.0.30, cpe:2.3:a:other:tomcat:9.0.30:*:*:*:*:*:*:*,",
  })
  void judgesWhatIsInstalled(
      String name, @Nullable String version, @Nullable String cpe, @Nullable Outcome outcome) {
    Advisory advisory =
        advisory(
            new AffectedProduct(
                "Apache",
                "Tomcat",
                "cpe:2.3:a:apache:tomcat:*:*:*:*:*:*:*:*",
                Standing.AFFECTED,
                ">=9.0.0,<9.0.31"),
            new AffectedProduct(
                "Apache",
                "Tomcat",
                "cpe:2.3:a:apache:tomcat:9.0.31:*:*:*:*:*:*:*",
                Standing.FIXED,
                "9.0.31"));

    Judgement judgement = Judgement.of(advisory, List.of(new InstalledProduct(name, version, cpe)));

    assertThat(judgement == null ? null : judgement.outcome()).isEqualTo(outcome);
  }

  @Test
  void saysUnknownWhereTheBulletinIsSilent() {
    AffectedProduct bad = new AffectedProduct("", "P", "", Standing.AFFECTED, "1.0.1");
    AffectedProduct fix = new AffectedProduct("", "P", "", Standing.FIXED, "1.0.2");

    assertThat(outcome("1.0.1", bad)).isEqualTo(Outcome.AFFECTED);
    assertThat(outcome("1.0.0", bad)).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome("1.0.3", bad)).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome("1.0.3", bad, fix)).isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(outcome("1.0.1", fix)).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome("2.0", bad, fix)).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome("2.0", new AffectedProduct("", "P", "", Standing.AFFECTED, "部分")))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome("2.0", new AffectedProduct("", "P", "", Standing.INVESTIGATED, "*")))
        .isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void needsNoVersionForWhatAffectsAll() {
    Advisory advisory = advisory(new AffectedProduct("", "达梦数据库", "", Standing.AFFECTED, ""));

    assertThat(Judgement.of(advisory, List.of(new InstalledProduct("达梦数据库", null, null))))
        .extracting(Judgement::outcome)
        .isEqualTo(Outcome.AFFECTED);
    assertThat(Judgement.of(advisory, List.of(new InstalledProduct("达梦数据库管理系统", "8.1", null))))
        .extracting(Judgement::outcome)
        .isEqualTo(Outcome.UNKNOWN);
  }

  private static Outcome outcome(String version, AffectedProduct... told) {
    Judgement judgement =
        Judgement.of(advisory(told), List.of(new InstalledProduct("P", version, null)));
    return Objects.requireNonNull(judgement).outcome();
  }

  private static Advisory advisory(AffectedProduct... products) {
    return new Advisory(
        "t", "high", "", List.of(), List.of(products), "升级", "", "", List.of(), null);
  }
}
