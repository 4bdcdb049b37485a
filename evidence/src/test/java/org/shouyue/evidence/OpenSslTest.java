package org.shouyue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouyue.evidence.Given.CONTRACT;
import static org.shouyue.evidence.Given.NOW;
import static org.shouyue.evidence.Given.item;
import static org.shouyue.evidence.Given.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Packages and keys in the hands of another implementation, where OpenSSL is installed.
@Timeout(60)
class OpenSslTest {
  @TempDir Path root;

  @BeforeEach
  void openSslIsHere() {
    Assumptions.assumeTrue(
        Stream.of("/usr/bin/openssl", "/bin/openssl").anyMatch(f -> Files.isExecutable(Path.of(f))),
        "skipped: no openssl here");
  }

  @Test
  void signaturesOfAPackageAreVerifiedAndSavedKeysAreRead() throws Exception {
    SigningKeys keys = SigningKeys.generate();
    EvidenceStore store = EvidenceStore.open(root.resolve("store"));
    store.append(item("a"), text("a"));
    Path folder = root.resolve("package");
    new PackageWriter(store, keys)
        .write(folder, new PackageWriter.Contents(store.records(CONTRACT), Map.of()), NOW);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      Path base64 = folder.resolve("manifest." + algorithm.code() + ".sig");
      Files.write(
          root.resolve(algorithm.code()),
          Base64.getDecoder().decode(Files.readString(base64).strip()));
    }

    assertThat(verify(folder, "ed25519")).contains("Verified Successfully");
    assertThat(verify(folder, "sm2", "-digest", "sm3", "-pkeyopt", "distid:1234567812345678"))
        .contains("Verified Successfully");
    keys.save(root.resolve("keys"), "secret".toCharArray());
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      Path key = root.resolve("keys").resolve(algorithm.code() + ".key");
      String shown = run("pkey", "-in", key.toString(), "-passin", "pass:secret", "-pubout");
      assertThat(shown).isEqualTo(new String(keys.publicPem(algorithm), StandardCharsets.US_ASCII));
    }
  }

  private String verify(Path folder, String algorithm, String... more) throws Exception {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "pkeyutl",
                    "-verify",
                    "-rawin",
                    "-pubin",
                    "-inkey",
                    folder.resolve("keys/" + algorithm + ".pub").toString(),
                    "-sigfile",
                    root.resolve(algorithm).toString(),
                    "-in",
                    folder.resolve("manifest.json").toString()),
                Stream.of(more))
            .toList();
    return run(arguments.toArray(String[]::new));
  }

  private static String run(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
