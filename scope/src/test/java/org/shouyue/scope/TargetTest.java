package org.shouyue.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, address:10.0.0.0/8",
    "127.0.0.1, address:127.0.0.1/32",
    "2001:db8::/32, address:2001:db8:0:0:0:0:0:0/32",
    "::1, address:0:0:0:0:0:0:0:1/128",
    "WWW.Example.CN., host:www.example.cn",
    "*.example.cn, domain:example.cn",
    "政务.中国, host:xn--zfr164b.xn--fiqs8s",
    "https://www.example.cn/site/, url:https://www.example.cn:443/site",
    "http://[::1]:8080, url:http://[0:0:0:0:0:0:0:1]:8080/",
    "postgresql://db.example.cn/letters, database:postgresql://db.example.cn:5432/letters",
    "/var/www/, path:/var/www"
  })
  void readsWhatPeopleWriteAndPrintsItInOneForm(String text, String written) {
    Target target = Target.parse(text);

    assertThat(target.written()).isEqualTo(written);
    assertThat(Target.parse(written)).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.1",
        "0177.0.0.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "1.2.3.4.",
        "256.1.1.1",
        "１２７．０．０．１",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "::ffff:10.0.0.0/104",
        "fe80::1%eth0",
        "exam ple.cn",
        "-a.cn",
        "a..cn",
        "host:10.0.0.1",
        "domain:cn",
        "domain:faß.de",
        "https://user@example.cn/",
        "https://example.cn/a/../b",
        "https://example.cn/a%2fb",
        "https://example.cn/?q",
        "path:relative",
        "path:/a/../b",
        "https://example.cn:0/",
        "mysql://u:p@db/x",
        "address:example.cn"
      })
  void refusesWhatHasTwoReadingsOrNone(String text) {
    assertThatThrownBy(() -> Target.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void domainCoversItselfAndBelowButNoLookAlike() {
    Domain domain = new Domain("example.cn");

    assertThat(domain.covers("example.cn")).isTrue();
    assertThat(domain.covers("a.b.example.cn")).isTrue();
    assertThat(domain.covers("badexample.cn")).isFalse();
    assertThat(domain.covers("example.cn.evil.com")).isFalse();
  }

  @Test
  void pathCoversWholeSegmentsOnly() {
    PathTarget path = new PathTarget("/var/www");

    assertThat(path.covers(Path.of("/var/www/a/b"))).isTrue();
    assertThat(path.covers(Path.of("/var/www2"))).isFalse();
    assertThat(path.covers(Path.of("/var/www/../log"))).isFalse();
  }
}
