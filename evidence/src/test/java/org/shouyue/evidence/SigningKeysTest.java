package org.shouyue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeysTest {
  private static final byte[] MESSAGE = "验收".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void signatureHoldsForItsMessageAndKeyAlone(SignatureAlgorithm algorithm) throws Exception {
    SigningKeys keys = SigningKeys.generate();
    SigningKeys others = SigningKeys.generate();
    byte[] signature = keys.sign(algorithm, MESSAGE);
    PublicKey key = SigningKeys.readPublicPem(algorithm, keys.publicPem(algorithm));
    PublicKey other = SigningKeys.readPublicPem(algorithm, others.publicPem(algorithm));

    assertThat(algorithm.verify(key, MESSAGE, signature)).isTrue();
    assertThat(algorithm.verify(key, new byte[] {1}, signature)).isFalse();
    assertThat(algorithm.verify(other, MESSAGE, signature)).isFalse();
    for (int i = 0; i < signature.length; i++) {
      byte[] bad = signature.clone();
      bad[i] ^= 1;
      assertThat(algorithm.verify(key, MESSAGE, bad)).as("octet %s", i).isFalse();
    }
    assertThat(algorithm.verify(key, MESSAGE, new byte[0])).isFalse();
  }

  @Test
  void sm2AcceptsAKnownSignature() throws Exception {
    // Made by OpenSSL 3 with the usual signer identity, over "守约".
    PublicKey key =
        SignatureAlgorithm.SM2.readPublic(HexFormat.of().parseHex(Vectors.SM2_PUBLIC_KEY));

    assertThat(
            SignatureAlgorithm.SM2.verify(
                key,
                "守约".getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex(Vectors.SM2_SIGNATURE)))
        .isTrue();
  }

  @Test
  void savedKeysAreTheSameAndNeedTheirPassphrase() throws IOException {
    SigningKeys keys = SigningKeys.generate();
    assertThat(SigningKeys.existIn(folder)).isFalse();
    keys.save(folder, "口令 secret".toCharArray());

    SigningKeys loaded = SigningKeys.load(folder, "口令 secret".toCharArray());

    assertThat(SigningKeys.existIn(folder)).isTrue();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      assertThat(loaded.fingerprint(algorithm)).isEqualTo(keys.fingerprint(algorithm));
    }
    assertThatThrownBy(() -> SigningKeys.load(folder, "wrong".toCharArray()))
        .isInstanceOfSatisfying(
            EvidenceException.class,
            e -> assertThat(e.code()).isEqualTo(EvidenceException.Code.KEY_UNUSABLE));
    assertThat(Files.getPosixFilePermissions(folder.resolve("sm2.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.resolve("sm2.key")).content().startsWith("-----BEGIN ENCRYPTED PRIVATE KEY");
  }

  @Test
  void mixedHalvesAreNotedWhenTheyAreLoaded() throws IOException {
    SigningKeys.generate().save(folder, "x".toCharArray());
    Files.write(
        folder.resolve("ed25519.pub"),
        SigningKeys.generate().publicPem(SignatureAlgorithm.ED25519));

    assertThatThrownBy(() -> SigningKeys.load(folder, "x".toCharArray()))
        .isInstanceOf(EvidenceException.class);
  }

  @Test
  void keyOnAnotherCurveIsNoSm2Key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    byte[] p256 = Pem.write("PUBLIC KEY", generator.generateKeyPair().getPublic().getEncoded());

    assertThatThrownBy(() -> SigningKeys.readPublicPem(SignatureAlgorithm.SM2, p256))
        .isInstanceOf(java.security.GeneralSecurityException.class);
  }
}
