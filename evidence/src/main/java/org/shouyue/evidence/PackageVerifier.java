package org.shouyue.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Verifies a package offline. It needs nothing but the folder, and trusts nothing in it: that the
/// keys are the provider's, only a fingerprint that came by another way can say.
public final class PackageVerifier {
  private static final long MAX_SIGNATURE_BYTES = 4096;

  private final Path folder;

  private PackageVerifier(Path folder) {
    this.folder = folder;
  }

  /// Verifies without saying who should have signed: see [VerifyResult.Intact#trusted].
  public static VerifyResult verify(Path folder) {
    return verify(folder, Set.of());
  }

  /// Verifies, and accepts only keys with one of these fingerprints.
  ///
  /// @param expected fingerprints of the signer's keys, one for each algorithm or at least one;
  ///   empty for anybody
  /// @throws EvidenceException `STORAGE_FAILED` when the folder cannot be read
  public static VerifyResult verify(Path folder, Set<String> expected) {
    return Storage.run(() -> new PackageVerifier(folder).run(expected));
  }

  private VerifyResult run(Set<String> expected) throws IOException {
    if (!isFile(PackageLayout.MANIFEST)) {
      return Files.isDirectory(folder)
          ? VerifyResult.Code.MISSING.at(PackageLayout.MANIFEST)
          : VerifyResult.Code.NOT_A_PACKAGE.at(folder.toString());
    }
    byte[] bytes = Files.readAllBytes(folder.resolve(PackageLayout.MANIFEST));
    Manifest manifest = Manifest.parse(new String(bytes, StandardCharsets.UTF_8));
    if (manifest == null) {
      return VerifyResult.Code.MANIFEST_UNREADABLE.at(PackageLayout.MANIFEST);
    }
    Map<SignatureAlgorithm, String> signers = new EnumMap<>(SignatureAlgorithm.class);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      VerifyResult.Broken fault = checkSignature(algorithm, bytes, manifest, signers);
      if (fault != null) {
        return fault;
      }
    }
    VerifyResult.Broken fault = checkSigner(signers, expected);
    fault = fault == null ? checkFiles(manifest) : fault;
    fault = fault == null ? checkNothingAdded(manifest) : fault;
    fault = fault == null ? new PackagedChain(folder, manifest).check() : fault;
    return fault == null
        ? new VerifyResult.Intact(
            manifest.files().size(),
            manifest.last() - manifest.first() + 1,
            manifest.head(),
            signers,
            !expected.isEmpty())
        : fault;
  }

  private VerifyResult.@Nullable Broken checkSignature(
      SignatureAlgorithm algorithm,
      byte[] manifestBytes,
      Manifest manifest,
      Map<SignatureAlgorithm, String> signers)
      throws IOException {
    String signaturePath = PackageLayout.signature(algorithm);
    String keyPath = PackageLayout.publicKey(algorithm);
    if (!isFile(signaturePath)) {
      return VerifyResult.Code.MISSING.at(signaturePath);
    }
    if (!isFile(keyPath)) {
      return VerifyResult.Code.MISSING.at(keyPath);
    }
    PublicKey key;
    try {
      key = SigningKeys.readPublicPem(algorithm, Files.readAllBytes(folder.resolve(keyPath)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return VerifyResult.Code.ALTERED.at(keyPath);
    }
    String fingerprint = SignatureAlgorithm.fingerprint(key);
    if (!fingerprint.equals(manifest.keys().get(algorithm))) {
      return VerifyResult.Code.KEY_MISMATCH.at(keyPath);
    }
    byte[] signature = readSignature(signaturePath);
    if (signature.length == 0 || !algorithm.verify(key, manifestBytes, signature)) {
      return VerifyResult.Code.SIGNATURE_INVALID.at(signaturePath);
    }
    signers.put(algorithm, fingerprint);
    return null;
  }

  /// The signature, or nothing when the file is not exactly what the writer makes of one.
  private byte[] readSignature(String path) throws IOException {
    Path file = folder.resolve(path);
    if (Files.size(file) > MAX_SIGNATURE_BYTES) {
      return new byte[0];
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    try {
      byte[] signature = Base64.getDecoder().decode(text.stripTrailing());
      boolean exact = (Base64.getEncoder().encodeToString(signature) + "\n").equals(text);
      return exact ? signature : new byte[0];
    } catch (IllegalArgumentException _) {
      return new byte[0];
    }
  }

  private static VerifyResult.@Nullable Broken checkSigner(
      Map<SignatureAlgorithm, String> signers, Set<String> expected) {
    if (expected.isEmpty()) {
      return null;
    }
    // Both signatures are over the same manifest, so one known key vouches for the whole; but each
    // expected fingerprint must be there.
    for (String fingerprint : new TreeSet<>(expected)) {
      if (!signers.containsValue(fingerprint)) {
        return VerifyResult.Code.UNEXPECTED_SIGNER.at(PackageLayout.MANIFEST);
      }
    }
    return null;
  }

  private VerifyResult.@Nullable Broken checkFiles(Manifest manifest) throws IOException {
    for (Map.Entry<String, ContentDigest> file : manifest.files().entrySet()) {
      if (!isFile(file.getKey())) {
        return VerifyResult.Code.MISSING.at(file.getKey());
      }
      try (InputStream content = Files.newInputStream(folder.resolve(file.getKey()))) {
        if (!ContentDigest.of(content).equals(file.getValue())) {
          return VerifyResult.Code.ALTERED.at(file.getKey());
        }
      }
    }
    return null;
  }

  private VerifyResult.@Nullable Broken checkNothingAdded(Manifest manifest) throws IOException {
    Set<String> known = new HashSet<>(manifest.files().keySet());
    known.add(PackageLayout.MANIFEST);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      known.add(PackageLayout.signature(algorithm));
      if (!manifest.files().containsKey(PackageLayout.publicKey(algorithm))) {
        return VerifyResult.Code.MANIFEST_UNREADABLE.at(PackageLayout.MANIFEST);
      }
    }
    SortedSet<String> added = entries();
    added.removeAll(known);
    return added.isEmpty() ? null : VerifyResult.Code.ADDED.at(added.first());
  }

  /// Every file and link in the folder, and every folder that holds nothing.
  private SortedSet<String> entries() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    Set<Path> filled = new HashSet<>();
    filled.add(folder);
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(name(file));
            filled.add(file.getParent());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            if (filled.contains(visited)) {
              filled.add(visited.getParent());
            } else {
              found.add(name(visited));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /// A link is no file: it would lead out of what was signed.
  private boolean isFile(String path) {
    Path at = folder;
    for (String part : path.split("/", -1)) {
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        return false;
      }
    }
    return Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS);
  }
}
