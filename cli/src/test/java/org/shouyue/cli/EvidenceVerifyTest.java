package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.shouyue.evidence.EvidenceItem;
import org.shouyue.evidence.EvidenceStore;
import org.shouyue.evidence.PackageWriter;
import org.shouyue.evidence.SigningKeys;

/// A real package: whole, altered, and not there.
class EvidenceVerifyTest {

  static final List<Locale> LANGUAGES = Shell.LANGUAGES;

  private static final UUID CONTRACT = new UUID(5, 1);
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  @TempDir Path folder;
  private Path whole;

  @BeforeEach
  void write() {
    EvidenceStore store = EvidenceStore.open(folder.resolve("store"));
    store.append(
        new EvidenceItem(CONTRACT, "look.txt", "text/plain", NOW, NOW, "run"),
        new ByteArrayInputStream("up".getBytes(StandardCharsets.UTF_8)));
    whole = folder.resolve("package");
    new PackageWriter(store, SigningKeys.generate())
        .write(whole, new PackageWriter.Contents(store.records(CONTRACT), Map.of()), NOW);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void untouchedPackageIsIntact(Locale language) {
    Shell.Answer answer = Shell.run(language, "evidence", "verify", whole);

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(answer.out()).matches(text -> Shell.isIn(language, text));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void alteredFileIsNamed(Locale language) throws IOException {
    Files.writeString(whole.resolve("evidence/000001-look.txt"), "down");

    Shell.Answer answer = Shell.run(language, "evidence", "verify", whole);

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out())
        .contains("000001-look.txt")
        .matches(text -> Shell.isIn(language, text));
    assertThat(Shell.run(language, "evidence", "verify", whole, "--format", "json").out())
        .contains("\"intact\" : false");
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void folderThatHoldsNoPackageIsBroken(Locale language) throws IOException {
    Shell.Answer answer =
        Shell.run(language, "evidence", "verify", Files.createDirectory(folder.resolve("empty")));

    assertThat(answer.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void absentFolderIsBadInput(Locale language) {
    Shell.Answer answer = Shell.run(language, "evidence", "verify", folder.resolve("absent"));

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).matches(text -> Shell.isIn(language, text));
  }
}
