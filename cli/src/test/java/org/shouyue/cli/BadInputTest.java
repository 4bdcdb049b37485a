package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever file is given, the answer is one sentence in the reader's language and exit code 2.
class BadInputTest {

  static final List<Locale> LANGUAGES = Shell.LANGUAGES;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void missingFile(Locale language) {
    refused(language, folder.resolve("absent.txt"), "没有这个文件", "no such file");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void emptyFile(Locale language) throws IOException {
    refused(language, Files.createFile(folder.resolve("empty.txt")), "文件是空的", "is empty");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void hundredMegabytes(Locale language) throws IOException {
    refused(language, sparse("large.txt"), "20 MB", "20 MB");
    refused(language, sparse("large.yaml"), "16 MB", "16 MB");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void pdfWithAPassword(Locale language) throws IOException {
    Path locked = folder.resolve("locked.pdf");
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "open", new AccessPermission()));
      document.save(locked.toFile());
    }

    refused(language, locked, "密码", "password");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void yamlThatGrowsWithoutBound(Locale language) throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int n = 1; n < 12; n++) {
      String below = "*a" + (n - 1);
      bomb.append("a%d: &a%d [%s]\n".formatted(n, n, (below + ", ").repeat(9) + below));
    }

    refused(
        language, Files.writeString(folder.resolve("bomb.yaml"), bomb), "bomb.yaml", "bomb.yaml");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void yamlThatNestsWithoutBound(Locale language) throws IOException {
    String deep = "title: " + "[".repeat(100_000);

    refused(
        language, Files.writeString(folder.resolve("deep.yaml"), deep), "deep.yaml", "deep.yaml");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void yamlInAnotherEncoding(Locale language) throws IOException {
    Path other = Files.write(folder.resolve("other.yaml"), new byte[] {'a', (byte) 0xff, 'b'});

    refused(language, other, "UTF-8", "UTF-8");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void documentsWithoutKeys(Locale language) {
    Shell.Answer answer = Shell.run(language, "contract", "score", folder, folder);

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).matches(sentence -> Shell.isIn(language, sentence));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void keyThatIsNone(Locale language) throws IOException {
    Files.writeString(folder.resolve("one.txt"), "第一条 服务内容");
    Files.writeString(folder.resolve("one.yaml"), "- a list");

    Shell.Answer answer = Shell.run(language, "contract", "score", folder, folder);

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).matches(sentence -> Shell.isIn(language, sentence));
  }

  /// Both commands that take a contract say the same.
  private static void refused(Locale language, Path file, String chinese, String english) {
    for (String verb : List.of("read", "plan")) {
      Shell.Answer answer = Shell.run(language, "contract", verb, file);

      assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
      assertThat(answer.out()).isEmpty();
      assertThat(answer.sentence())
          .contains(language.getLanguage().equals("zh") ? chinese : english)
          .matches(sentence -> Shell.isIn(language, sentence))
          .doesNotContain("Exception");
    }
  }

  private Path sparse(String name) throws IOException {
    Path file = folder.resolve(name);
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
      opened.setLength(100L << 20);
    }
    return file;
  }
}
