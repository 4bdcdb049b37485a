package org.shouyue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.shouyue.evidence.SignatureAlgorithm;
import org.shouyue.evidence.SigningKeys;
import tools.jackson.databind.json.JsonMapper;

/// An exported audit trail: whole, altered, cut short, of other keys, and not there.
class AuditVerifyTest {
  static final List<Locale> LANGUAGES = Shell.LANGUAGES;

  private static final String CHAIN = "00000000-0000-0000-0000-000000000000";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException, GeneralSecurityException {
    file = folder.resolve("audit.ndjson");
    Files.write(file, exported(SigningKeys.generate()));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void untouchedTrailIsIntact(Locale language) {
    Shell.Answer answer = Shell.run(language, "audit", "verify", file);

    assertThat(answer.exit()).as(answer.out() + answer.err()).isZero();
    assertThat(answer.out()).contains("3").matches(text -> Shell.isIn(language, text));
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void alteredEntryIsFound(Locale language) throws IOException {
    Files.writeString(file, Files.readString(file).replace("asset.added", "asset.taken"));

    Shell.Answer answer = Shell.run(language, "audit", "verify", file);

    assertThat(answer.exit()).isEqualTo(1);
    assertThat(answer.out()).matches(text -> Shell.isIn(language, text));
  }

  @Test
  void entryLeftOutAndEndCutOffAreFound() throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> shorter = new ArrayList<>(lines);
    shorter.remove(1);

    Files.write(file, shorter);
    assertThat(Shell.run("audit", "verify", file).exit()).isEqualTo(1);
    Files.write(file, lines.subList(0, 2));
    assertThat(Shell.run("audit", "verify", file).exit()).isEqualTo(1);
  }

  @Test
  void keysThatNobodyVouchesForAreNoProof() {
    assertThat(Shell.run("audit", "verify", file, "--fingerprint", "00").exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void absentFileIsBadInput(Locale language) {
    Shell.Answer answer = Shell.run(language, "audit", "verify", folder.resolve("absent"));

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.sentence()).matches(text -> Shell.isIn(language, text));
  }

  /// A trail of one chain with three entries, as the server writes it.
  private static byte[] exported(SigningKeys keys) throws GeneralSecurityException {
    StringBuilder lines = new StringBuilder();
    String previous = "";
    for (int seq = 1; seq <= 3; seq++) {
      String entry =
          JsonMapper.shared()
              .writeValueAsString(
                  new Object[] {CHAIN, seq, null, 1, 1, null, "admin", "asset.added", previous});
      previous = sha256(entry);
      lines.append(line(Map.of("digest", previous, "entry", entry)));
    }
    String manifest =
        JsonMapper.shared()
            .writeValueAsString(
                new TreeMap<>(
                    Map.of(
                        "entries",
                        3,
                        "sha256",
                        sha256(lines.toString()),
                        "exportedAt",
                        "2026-01-01T00:00:00Z")));
    Map<String, String> publics = new TreeMap<>();
    Map<String, String> signatures = new TreeMap<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      publics.put(algorithm.code(), new String(keys.publicPem(algorithm), StandardCharsets.UTF_8));
      signatures.put(
          algorithm.code(),
          Base64.getEncoder()
              .encodeToString(keys.sign(algorithm, manifest.getBytes(StandardCharsets.UTF_8))));
    }
    lines.append(line(Map.of("manifest", manifest, "keys", publics, "signatures", signatures)));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Map<String, ?> fields) {
    return JsonMapper.shared().writeValueAsString(new TreeMap<>(fields)) + "\n";
  }

  private static String sha256(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
