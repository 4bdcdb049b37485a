package org.shouyue.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/// One key pair for each algorithm: the identity that signs packages.
///
/// At rest: `ed25519.key`, `sm2.key` (PEM, PKCS#8, encrypted by PBES2 with PBKDF2-HMAC-SHA512 and
/// AES-256 under the caller's passphrase) and `ed25519.pub`, `sm2.pub` (PEM, SubjectPublicKeyInfo).
/// OpenSSL reads them.
public final class SigningKeys {
  /// What OWASP's password storage advice of 2023 asks of PBKDF2 with HMAC-SHA512.
  private static final int ITERATIONS = 210_000;

  private static final String SCHEME = "PBEWithHmacSHA512AndAES_256";
  private static final String PRIVATE_LABEL = "ENCRYPTED PRIVATE KEY";
  private static final String PUBLIC_LABEL = "PUBLIC KEY";

  private final Map<SignatureAlgorithm, KeyPair> pairs;

  private SigningKeys(Map<SignatureAlgorithm, KeyPair> pairs) {
    this.pairs = Collections.unmodifiableMap(pairs);
  }

  /// Fresh keys.
  public static SigningKeys generate() {
    Map<SignatureAlgorithm, KeyPair> pairs = new EnumMap<>(SignatureAlgorithm.class);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      pairs.put(algorithm, algorithm.generate());
    }
    return new SigningKeys(pairs);
  }

  /// Whether keys were saved there.
  public static boolean existIn(Path folder) {
    return Files.exists(folder.resolve(privateName(SignatureAlgorithm.ED25519)));
  }

  /// Saves the keys, readable by their owner alone. The passphrase is not kept.
  ///
  /// @throws EvidenceException `STORAGE_FAILED`
  public void save(Path folder, char[] passphrase) {
    Storage.run(() -> {
      DurableFiles.createFolders(folder);
      for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
        // Temporary files, and so what they become, are made for their owner alone.
        DurableFiles.write(
            folder.resolve(privateName(algorithm)),
            Pem.write(PRIVATE_LABEL, encrypt(pair(algorithm).getPrivate(), passphrase)));
        DurableFiles.write(folder.resolve(publicName(algorithm)), publicPem(algorithm));
      }
      return folder;
    });
  }

  /// Reads saved keys.
  ///
  /// @throws EvidenceException `KEY_UNUSABLE` when one is missing or damaged, or the passphrase is
  ///   wrong
  public static SigningKeys load(Path folder, char[] passphrase) {
    Map<SignatureAlgorithm, KeyPair> pairs = new EnumMap<>(SignatureAlgorithm.class);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      pairs.put(algorithm, load(folder, algorithm, passphrase));
    }
    return new SigningKeys(pairs);
  }

  private static KeyPair load(Path folder, SignatureAlgorithm algorithm, char[] passphrase) {
    try {
      byte[] encrypted =
          Pem.read(PRIVATE_LABEL, Files.readAllBytes(folder.resolve(privateName(algorithm))));
      byte[] shown =
          Pem.read(PUBLIC_LABEL, Files.readAllBytes(folder.resolve(publicName(algorithm))));
      KeyPair pair =
          new KeyPair(
              algorithm.readPublic(shown), algorithm.readPrivate(decrypt(encrypted, passphrase)));
      byte[] probe = {1, 2, 3};
      if (!algorithm.verify(pair.getPublic(), probe, algorithm.sign(pair.getPrivate(), probe))) {
        throw new GeneralSecurityException("the two halves are of two pairs");
      }
      return pair;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new EvidenceException(
          EvidenceException.Code.KEY_UNUSABLE,
          "cannot use the "
              + algorithm.code()
              + " key in "
              + folder
              + ": damaged, or another passphrase",
          e);
    }
  }

  /// Signs with one of the keys.
  public byte[] sign(SignatureAlgorithm algorithm, byte[] message) {
    return algorithm.sign(pair(algorithm).getPrivate(), message);
  }

  /// The public key as PEM.
  public byte[] publicPem(SignatureAlgorithm algorithm) {
    return Pem.write(PUBLIC_LABEL, pair(algorithm).getPublic().getEncoded());
  }

  /// SHA-256 over the public key's SubjectPublicKeyInfo, to be told to others by another way.
  public String fingerprint(SignatureAlgorithm algorithm) {
    return SignatureAlgorithm.fingerprint(pair(algorithm).getPublic());
  }

  static PublicKey readPublicPem(SignatureAlgorithm algorithm, byte[] pem)
      throws GeneralSecurityException {
    return algorithm.readPublic(Pem.read(PUBLIC_LABEL, pem));
  }

  private KeyPair pair(SignatureAlgorithm algorithm) {
    return java.util.Objects.requireNonNull(pairs.get(algorithm));
  }

  private static String privateName(SignatureAlgorithm algorithm) {
    return algorithm.code() + ".key";
  }

  private static String publicName(SignatureAlgorithm algorithm) {
    return algorithm.code() + ".pub";
  }

  private static byte[] encrypt(PrivateKey key, char[] passphrase) throws IOException {
    try {
      byte[] salt = new byte[16];
      new SecureRandom().nextBytes(salt);
      Cipher cipher = Cipher.getInstance(SCHEME);
      cipher.init(
          Cipher.ENCRYPT_MODE, wrappingKey(passphrase), new PBEParameterSpec(salt, ITERATIONS));
      byte[] encrypted = cipher.doFinal(key.getEncoded());
      // The platform writes these parameters under the name of the scheme's family alone.
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
      parameters.init(cipher.getParameters().getEncoded());
      return new EncryptedPrivateKeyInfo(parameters, encrypted).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + SCHEME + " on this platform", e);
    }
  }

  private static byte[] decrypt(byte[] encoded, char[] passphrase)
      throws IOException, GeneralSecurityException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(encoded);
    Cipher cipher = Cipher.getInstance(SCHEME);
    cipher.init(Cipher.DECRYPT_MODE, wrappingKey(passphrase), info.getAlgParameters());
    return cipher.doFinal(info.getEncryptedData());
  }

  private static Key wrappingKey(char[] passphrase) throws GeneralSecurityException {
    PBEKeySpec spec = new PBEKeySpec(passphrase);
    try {
      return SecretKeyFactory.getInstance(SCHEME).generateSecret(spec);
    } finally {
      spec.clearPassword();
    }
  }
}
