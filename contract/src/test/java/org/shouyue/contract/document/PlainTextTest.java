package org.shouyue.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.shouyue.contract.document.DocumentUnreadable.Code.EMPTY;
import static org.shouyue.contract.document.DocumentUnreadable.Code.MALFORMED;
import static org.shouyue.contract.document.DocumentUnreadable.Code.TOO_LARGE;
import static org.shouyue.contract.document.DocumentUnreadable.Code.UNSUPPORTED;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final String TEXT = "第一条 服务内容\n每季度一次，金额￥1,000.00元（壹仟元整）。\n\n三、Security review\n";

  private final DocumentReader reader = new DocumentReader();

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM", "UTF-16"})
  void readsEveryUsualEncoding(String charset) {
    SourceDocument document = read(TEXT.getBytes(Charset.forName(charset)));

    assertThat(document.lines())
        .containsExactly("第一条 服务内容", "每季度一次，金额￥1,000.00元（壹仟元整）。", "", "三、Security review");
  }

  @Test
  void leavesOutTheByteOrderMark() {
    assertThat(read(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_8)).lines())
        .first()
        .isEqualTo("第一条 服务内容");
  }

  @Test
  void countsLinesAsAnEditorDoes() {
    assertThat(read("a\r\nb\rc\n\nd\fe".getBytes(StandardCharsets.UTF_8)).lines())
        .containsExactly("a", "b", "c", "", "de");
  }

  @Test
  void leavesOutWhatNobodySees() {
    assertThat(read("甲\u200b方\ufeff：\u0007云溪\t县".getBytes(StandardCharsets.UTF_8)).lines())
        .containsExactly("甲方：云溪\t县");
  }

  @Test
  void digestsTheBytes() {
    assertThat(read("abc".getBytes(StandardCharsets.UTF_8)).digest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(codeOf(new byte[0])).isEqualTo(EMPTY);
    assertThat(codeOf(" \n\t\n　".getBytes(StandardCharsets.UTF_8))).isEqualTo(EMPTY);
  }

  @Test
  void refusesBinary() {
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);

    assertThat(codeOf(noise)).isEqualTo(UNSUPPORTED);
  }

  @Test
  void refusesAByteOrderMarkThatLies() {
    assertThat(codeOf(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xC3, 0x28}))
        .isEqualTo(MALFORMED);
  }

  @Test
  void saysWhereTextIsDamaged() {
    byte[] cut = TEXT.getBytes(StandardCharsets.UTF_8);
    cut[cut.length / 2] = (byte) 0xFF;

    assertThatExceptionOfType(DocumentUnreadable.class)
        .isThrownBy(() -> read(cut))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(MALFORMED))
        .withMessageContaining("in line 2 (UTF-8)");
  }

  @Test
  void refusesAFileOfAHundredMegabytesWithoutLoadingIt(@TempDir Path folder) throws IOException {
    Path large = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100L << 20);
    }

    assertThatExceptionOfType(DocumentUnreadable.class)
        .isThrownBy(() -> reader.read(large))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(TOO_LARGE))
        .withMessageContaining("20 MB");
  }

  @Test
  void takesNoMoreFromAStreamThanTheLimit() {
    CountingStream endless = new CountingStream();

    assertThatExceptionOfType(DocumentUnreadable.class)
        .isThrownBy(() -> reader.read("endless.txt", endless))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(TOO_LARGE));
    assertThat(endless.served).isLessThan(DocumentLimits.DEFAULT.bytes() + (1 << 16));
  }

  @Test
  void refusesMoreTextThanTheLimit() {
    DocumentReader narrow = new DocumentReader(new DocumentLimits(1000, 1000, 10, 1));

    assertThatExceptionOfType(DocumentUnreadable.class)
        .isThrownBy(
            () -> narrow.read("a.txt", stream("一二三四五六七八九十十一".getBytes(StandardCharsets.UTF_8))))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(TOO_LARGE));
  }

  @Test
  void saysWhatToDoInBothLanguages() {
    assertThatExceptionOfType(DocumentUnreadable.class)
        .isThrownBy(() -> read("{\\rtf1".getBytes(StandardCharsets.UTF_8)))
        .satisfies(refused -> {
          assertThat(refused.code().code()).isEqualTo("unsupported");
          assertThat(refused.remedy().in(Locale.CHINA)).contains("另存为");
          assertThat(refused.remedy().in(Locale.UK)).contains("save it as");
        });
  }

  private DocumentUnreadable.Code codeOf(byte[] bytes) {
    try {
      read(bytes);
      throw new AssertionError("was read");
    } catch (DocumentUnreadable refused) {
      return refused.code();
    }
  }

  private SourceDocument read(byte[] bytes) {
    return reader.read("contract.txt", stream(bytes));
  }

  private static InputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static final class CountingStream extends InputStream {
    private long served;

    @Override
    public int read() {
      served++;
      return 'a';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      served += length;
      return length;
    }
  }
}
