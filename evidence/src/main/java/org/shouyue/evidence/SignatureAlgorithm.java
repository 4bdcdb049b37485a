package org.shouyue.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveSpec;

/// The two algorithms that every package is signed with.
public enum SignatureAlgorithm {
  /// RFC 8032, by the platform.
  ED25519("ed25519"),
  /// SM2 with SM3 (GB/T 32918, the usual signer identity `1234567812345678`), signature in DER, by
  /// Bouncy Castle.
  SM2("sm2");

  /// Never registered with the platform: what runs beside this room keeps its own providers.
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private static final String SM2_CURVE = "sm2p256v1";

  private final String code;

  SignatureAlgorithm(String code) {
    this.code = code;
  }

  /// The written code, also the stem of file names.
  public String code() {
    return code;
  }

  KeyPair generate() {
    try {
      return switch (this) {
        case ED25519 -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        case SM2 -> {
          KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE);
          generator.initialize(new ECGenParameterSpec(SM2_CURVE), new SecureRandom());
          yield generator.generateKeyPair();
        }
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no " + code + " on this platform", e);
    }
  }

  byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = signature();
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new EvidenceException(
          EvidenceException.Code.KEY_UNUSABLE, "cannot sign with " + code, e);
    }
  }

  /// Whether the signature is this key's over this message; false for a malformed one too.
  boolean verify(PublicKey key, byte[] message, byte[] signed) {
    try {
      Signature signature = signature();
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  PublicKey readPublic(byte[] encoded) throws GeneralSecurityException {
    PublicKey key = keyFactory().generatePublic(new X509EncodedKeySpec(encoded));
    requireCurve(key);
    return key;
  }

  PrivateKey readPrivate(byte[] encoded) throws GeneralSecurityException {
    return keyFactory().generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  /// An EC key on another curve is no SM2 key.
  private void requireCurve(PublicKey key) throws GeneralSecurityException {
    boolean onCurve =
        key instanceof ECPublicKey ec
            && ec.getParams() instanceof ECNamedCurveSpec named
            && named.getName().equals(SM2_CURVE);
    if (this == SM2 && !onCurve) {
      throw new GeneralSecurityException("not an EC key on " + SM2_CURVE);
    }
  }

  private KeyFactory keyFactory() throws GeneralSecurityException {
    return switch (this) {
      case ED25519 -> KeyFactory.getInstance("Ed25519");
      case SM2 -> KeyFactory.getInstance("EC", BOUNCY_CASTLE);
    };
  }

  private Signature signature() throws GeneralSecurityException {
    return switch (this) {
      case ED25519 -> Signature.getInstance("Ed25519");
      case SM2 -> Signature.getInstance("SM3withSM2", BOUNCY_CASTLE);
    };
  }

  /// How a public key is told to others: SHA-256 over its SubjectPublicKeyInfo.
  static String fingerprint(PublicKey key) {
    return ContentDigest.sha256(key.getEncoded());
  }
}
