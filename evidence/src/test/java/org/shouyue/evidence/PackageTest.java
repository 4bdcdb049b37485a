package org.shouyue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouyue.evidence.Given.CONTRACT;
import static org.shouyue.evidence.Given.NOW;
import static org.shouyue.evidence.Given.item;
import static org.shouyue.evidence.Given.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageTest {
  private static SigningKeys keys;

  @TempDir Path root;
  private Path folder;
  private EvidenceStore store;
  private VerifyResult.Intact written;

  @BeforeAll
  static void makeKeys() {
    keys = SigningKeys.generate();
  }

  @BeforeEach
  void write() throws IOException {
    store = EvidenceStore.open(root.resolve("store"));
    store.append(item("巡检 1/月.txt"), text("一"));
    store.append(item("../../etc/passwd"), text("二"));
    store.append(item("巡检 1/月.txt"), text("一"));
    Path report = Files.writeString(root.resolve("report.html"), "<p>报告</p>");
    folder = root.resolve("package");
    written =
        new PackageWriter(store, keys)
            .write(
                folder,
                new PackageWriter.Contents(
                    store.records(CONTRACT), Map.of("index.html", report, "doc/a.html", report)),
                NOW);
  }

  @Test
  void untouchedPackageIsIntact() {
    VerifyResult result =
        PackageVerifier.verify(
            folder,
            Set.of(
                keys.fingerprint(SignatureAlgorithm.ED25519),
                keys.fingerprint(SignatureAlgorithm.SM2)));

    assertThat(written.trusted()).as("nobody said whose keys to expect").isFalse();
    assertThat(result)
        .isInstanceOfSatisfying(
            VerifyResult.Intact.class,
            intact -> {
              assertThat(intact.records()).isEqualTo(3);
              assertThat(intact.files()).isEqualTo(8);
              assertThat(intact.head()).isEqualTo(store.records(CONTRACT).getLast().digest());
              assertThat(intact.trusted()).isTrue();
            });
    assertThat(folder.resolve("evidence/000002-_.._etc_passwd")).hasContent("二");
  }

  @Test
  void removingAnyOneFileIsNamed() throws IOException {
    for (Path file : files()) {
      byte[] content = Files.readAllBytes(file);
      Files.delete(file);

      assertThat(broken().code()).isEqualTo(VerifyResult.Code.MISSING);
      assertThat(broken().path()).isEqualTo(name(file));

      Files.write(file, content);
    }
    assertThat(PackageVerifier.verify(folder)).isInstanceOf(VerifyResult.Intact.class);
  }

  @Test
  void changingAnyOctetOfAnyFileIsFound() throws IOException {
    Random random = new Random(1);
    for (Path file : files()) {
      byte[] content = Files.readAllBytes(file);
      int step = Math.max(1, content.length / 40);
      for (int at = random.nextInt(step); at < content.length; at += step) {
        byte[] bad = content.clone();
        bad[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bad);

        assertThat(PackageVerifier.verify(folder))
            .as("%s, octet %s", name(file), at)
            .isInstanceOf(VerifyResult.Broken.class);
      }
      Files.write(file, content);
    }
  }

  @Test
  void shorteningEmptyingOrLengtheningAnyFileIsFound() throws IOException {
    for (Path file : files()) {
      byte[] content = Files.readAllBytes(file);
      String text = new String(content, StandardCharsets.UTF_8);
      for (String other : List.of("", text.substring(1), text + "\n", text + " ", "\n" + text)) {
        Files.writeString(file, other);

        assertThat(PackageVerifier.verify(folder))
            .as("%s", name(file))
            .isInstanceOf(VerifyResult.Broken.class);
      }
      Files.write(file, content);
    }
  }

  @Test
  void alteredEvidenceIsNamed() throws IOException {
    Files.writeString(folder.resolve("evidence/000002-_.._etc_passwd"), "三");

    assertThat(broken().code()).isEqualTo(VerifyResult.Code.ALTERED);
    assertThat(broken().path()).isEqualTo("evidence/000002-_.._etc_passwd");
    assertThat(broken().zh()).contains("改动");
  }

  @Test
  void addingAnythingAnywhereIsNamed() throws IOException {
    for (String added : List.of("x", "evidence/000004-x", "keys/.hidden", "doc/deep/x")) {
      Path file = folder.resolve(added);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");

      assertThat(broken().code()).isEqualTo(VerifyResult.Code.ADDED);
      assertThat(broken().path()).isEqualTo(added);

      Files.delete(file);
    }
    assertThat(broken().path()).as("an empty folder was left behind").isEqualTo("doc/deep");
  }

  @Test
  void linkInPlaceOfAFileIsNotTheFile() throws IOException {
    Path file = folder.resolve("index.html");
    Path elsewhere = root.resolve("elsewhere");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);

    assertThat(broken().path()).isEqualTo("index.html");
  }

  @Test
  void somebodyElsesSignaturesAreIntactButNotExpected() throws IOException {
    Path forged = root.resolve("forged");
    new PackageWriter(store, SigningKeys.generate())
        .write(forged, new PackageWriter.Contents(store.records(CONTRACT), Map.of()), NOW);

    assertThat(PackageVerifier.verify(forged)).isInstanceOf(VerifyResult.Intact.class);
    assertThat(PackageVerifier.verify(forged, Set.of(keys.fingerprint(SignatureAlgorithm.SM2))))
        .isInstanceOfSatisfying(
            VerifyResult.Broken.class,
            b -> assertThat(b.code()).isEqualTo(VerifyResult.Code.UNEXPECTED_SIGNER));
  }

  @Test
  void keyAndSignatureExchangedTogetherDoNotFitTheManifest() throws IOException {
    SigningKeys other = SigningKeys.generate();
    byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));
    SignatureAlgorithm algorithm = SignatureAlgorithm.ED25519;
    Files.write(folder.resolve("keys/ed25519.pub"), other.publicPem(algorithm));
    Files.writeString(
        folder.resolve("manifest.ed25519.sig"),
        Base64.getEncoder().encodeToString(other.sign(algorithm, manifest)) + "\n");

    assertThat(broken().code()).isEqualTo(VerifyResult.Code.KEY_MISMATCH);
  }

  @Test
  void chainInsideASignedPackageIsCheckedForItself() throws IOException {
    // A signer who leaves a record out of the chain and signs that: the files fit, the chain does
    // not.
    Path records = folder.resolve("records.ndjson");
    List<String> lines = Files.readAllLines(records);
    String without = lines.get(0) + "\n" + lines.get(2) + "\n";
    ContentDigest before = ContentDigest.of(Files.readAllBytes(records));
    ContentDigest after = ContentDigest.of(without.getBytes(StandardCharsets.UTF_8));
    Files.writeString(records, without);
    String manifest =
        Files.readString(folder.resolve("manifest.json"))
            .replace(before.sha256(), after.sha256())
            .replace(before.sm3(), after.sm3())
            .replace("\"size\":" + before.sizeBytes(), "\"size\":" + after.sizeBytes());
    Files.writeString(folder.resolve("manifest.json"), manifest);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      byte[] signature = keys.sign(algorithm, manifest.getBytes(StandardCharsets.UTF_8));
      Files.writeString(
          folder.resolve("manifest." + algorithm.code() + ".sig"),
          Base64.getEncoder().encodeToString(signature) + "\n");
    }

    assertThat(broken().code()).isEqualTo(VerifyResult.Code.RECORD_BROKEN);
    assertThat(broken().seq()).isEqualTo(2);
  }

  @Test
  void partOfAChainMakesAPackage() {
    List<EvidenceRecord> part = store.records(CONTRACT).subList(1, 3);

    VerifyResult.Intact intact =
        new PackageWriter(store, keys)
            .write(root.resolve("part"), new PackageWriter.Contents(part, Map.of()), NOW);

    assertThat(intact.records()).isEqualTo(2);
  }

  @Test
  void refusesDocumentsOutsideThePackageOrInOurPlaces() {
    List<EvidenceRecord> records = store.records(CONTRACT);
    for (String path :
        List.of("../x", "/x", "a//b", "a/", "", "manifest.json", "evidence/x", "keys/x", "a\\b")) {
      assertThatThrownBy(() -> new PackageWriter.Contents(records, Map.of(path, root)))
          .as(path)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAFolderThatHoldsSomething() {
    assertThatThrownBy(() ->
            new PackageWriter(store, keys)
                .write(folder, new PackageWriter.Contents(store.records(CONTRACT), Map.of()), NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNoPackageIsToldSo() {
    assertThat(PackageVerifier.verify(root.resolve("nothing")))
        .isInstanceOfSatisfying(
            VerifyResult.Broken.class,
            b -> assertThat(b.code()).isEqualTo(VerifyResult.Code.NOT_A_PACKAGE));
  }

  private VerifyResult.Broken broken() {
    VerifyResult result = PackageVerifier.verify(folder);
    assertThat(result).isInstanceOf(VerifyResult.Broken.class);
    return (VerifyResult.Broken) result;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString();
  }
}
