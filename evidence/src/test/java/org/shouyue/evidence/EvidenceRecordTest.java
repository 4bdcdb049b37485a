package org.shouyue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouyue.evidence.Given.item;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceRecordTest {
  private static final ContentDigest CONTENT =
      ContentDigest.of("abc".getBytes(StandardCharsets.US_ASCII));

  @Test
  void digestsAreThoseOfTheStandards() {
    // FIPS 180-4 and GB/T 32905-2016, both for "abc".
    assertThat(CONTENT.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(CONTENT.sm3())
        .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    assertThat(CONTENT.sizeBytes()).isEqualTo(3);
  }

  @Test
  void canonicalFormIsTheDocumentedOne() {
    EvidenceRecord record = EvidenceRecord.following(null, item("巡检\"1\".txt"), CONTENT);

    assertThat(record.canonical())
        .isEqualTo(
            "{\"contract\":\"00000000-0000-0005-0000-000000000001\","
                + "\"effectiveAt\":\"2026-03-02T02:00:00Z\",\"mediaType\":\"text/plain\","
                + "\"name\":\"巡检\\\"1\\\".txt\",\"origin\":\"run\",\"previous\":\""
                + "0".repeat(64)
                + "\",\"receivedAt\":\"2026-03-02T02:00:01Z\",\"seq\":1,\"sha256\":\""
                + CONTENT.sha256()
                + "\",\"size\":3,\"sm3\":\""
                + CONTENT.sm3()
                + "\"}");
    assertThat(EvidenceRecord.parse(record.canonical())).isEqualTo(record);
  }

  @Test
  void everyOtherSpellingIsNotARecord() {
    String good = EvidenceRecord.following(null, item("a"), CONTENT).canonical();

    assertThat(EvidenceRecord.parse(good + " ")).isNull();
    assertThat(EvidenceRecord.parse(good.replace("\"seq\":1", "\"seq\": 1"))).isNull();
    assertThat(EvidenceRecord.parse(good.replace("{", "{\"also\":1,"))).isNull();
    assertThat(EvidenceRecord.parse(good.replace("\"seq\":1", "\"seq\":1,\"seq\":1"))).isNull();
    assertThat(EvidenceRecord.parse(good.replace("02:00:00Z", "02:00:00.000Z"))).isNull();
    assertThat(EvidenceRecord.parse("")).isNull();
    assertThat(EvidenceRecord.parse("[" + good + "]")).isNull();
  }

  @Test
  void changedOctetIsNeverTheSameRecord() {
    EvidenceRecord record = EvidenceRecord.following(null, item("巡检.txt"), CONTENT);
    byte[] good = record.canonical().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));

      EvidenceRecord read = EvidenceRecord.parse(new String(bad, StandardCharsets.UTF_8));

      assertThat(read == null || !read.digest().equals(record.digest())).isTrue();
    }
  }

  @Test
  void chainBreaksWhereARecordIsMissingSwappedOrChanged() {
    EvidenceRecord one = EvidenceRecord.following(null, item("1"), CONTENT);
    EvidenceRecord two = EvidenceRecord.following(one, item("2"), CONTENT);
    EvidenceRecord three = EvidenceRecord.following(two, item("3"), CONTENT);
    EvidenceRecord forged = new EvidenceRecord(2, item("x"), CONTENT, two.previous());

    assertThat(ChainCheck.firstBreak(List.of(one, two, three))).isNull();
    assertThat(ChainCheck.firstBreak(List.of(two, three))).isNull();
    assertThat(ChainCheck.firstBreak(List.of(one, three))).isEqualTo(three);
    assertThat(ChainCheck.firstBreak(List.of(two, one))).isEqualTo(one);
    assertThat(ChainCheck.firstBreak(List.of(one, forged, three))).isEqualTo(three);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "\ud800"})
  void refusesNamesWithoutAClearWrittenForm(String name) {
    assertThatThrownBy(() -> item(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
