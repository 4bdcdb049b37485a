package org.shouyue.evidence;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What verifying a package found.
public sealed interface VerifyResult {
  /// Nothing is missing, added or altered since it was signed by the keys with these fingerprints.
  ///
  /// @param head digest of the last record
  /// @param trusted whether the caller said which fingerprints to expect; without that, this says
  ///   nothing about who signed
  record Intact(
      int files,
      long records,
      String head,
      Map<SignatureAlgorithm, String> fingerprints,
      boolean trusted)
      implements VerifyResult {
    public Intact {
      fingerprints = Map.copyOf(fingerprints);
    }
  }

  /// It is not what was signed.
  ///
  /// @param path the first file that is wrong, relative to the package
  /// @param seq the first record that is wrong, or null when it is not about a record
  /// @param zh the sentence for people, in Chinese
  /// @param en the same in English
  record Broken(Code code, String path, @Nullable Long seq, String zh, String en)
      implements VerifyResult {}

  /// What is wrong. Stable.
  enum Code {
    NOT_A_PACKAGE("不是验收证据包", "this is not a package"),
    MISSING("缺少文件", "a file is missing"),
    ADDED("多出文件", "a file was added"),
    ALTERED("文件被改动", "a file was altered"),
    MANIFEST_UNREADABLE("清单无法读取", "the manifest cannot be read"),
    SIGNATURE_INVALID("签名与清单不符", "the signature is not over this manifest"),
    KEY_MISMATCH("公钥与清单所列不符", "the public key is not the one that the manifest names"),
    UNEXPECTED_SIGNER("签名者不是预期的签名者", "it was signed by somebody else than expected"),
    RECORD_BROKEN("留痕记录链断裂", "the chain of records is broken");

    private final String zh;
    private final String en;

    Code(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /// The written code: `signature-invalid`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Broken at(String path) {
      return new Broken(this, path, null, zh + "：" + path, en + ": " + path);
    }

    Broken at(String path, long seq) {
      return new Broken(
          this,
          path,
          seq,
          zh + "：" + path + " 第 " + seq + " 条",
          en + ": " + path + ", record " + seq);
    }
  }
}
