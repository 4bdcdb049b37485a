package org.shouyue.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a package: records, their content, and documents, under a manifest that is signed by both
/// algorithms.
///
/// ```
/// manifest.json                 every other file with size and digests; the chain; the keys
/// manifest.ed25519.sig .sm2.sig  over the bytes of manifest.json, base64
/// keys/ed25519.pub keys/sm2.pub
/// records.ndjson                the chain, one canonical record a line
/// evidence/000001-name          the content of each record
/// …                             documents, wherever the caller wants them
/// ```
public final class PackageWriter {
  private final EvidenceStore store;
  private final SigningKeys keys;

  public PackageWriter(EvidenceStore store, SigningKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /// Where the content of a record lies in every package that holds it:
  /// `evidence/000012-name.json`.
  public static String place(EvidenceRecord record) {
    return PackageLayout.content(record);
  }

  /// What goes into a package.
  ///
  /// @param records one contract's, following one another; at least one
  /// @param documents files to add, by their path in the package
  public record Contents(List<EvidenceRecord> records, Map<String, Path> documents) {
    public Contents {
      records = List.copyOf(records);
      documents = Map.copyOf(documents);
      if (records.isEmpty()) {
        throw new IllegalArgumentException("a package without evidence");
      }
      EvidenceRecord broken = ChainCheck.firstBreak(records);
      if (broken != null) {
        throw new IllegalArgumentException("record " + broken.seq() + " does not follow");
      }
      documents.keySet().forEach(Contents::requireFree);
    }

    private static void requireFree(String path) {
      boolean ours =
          path.startsWith("evidence/")
              || path.startsWith("keys/")
              || path.startsWith("manifest.")
              || path.equals(PackageLayout.RECORDS);
      if (!PackageLayout.isPlain(path) || ours) {
        throw new IllegalArgumentException("not a place for a document: " + path);
      }
    }
  }

  /// Writes the package into a folder that is empty or not there yet, and verifies it.
  ///
  /// @throws EvidenceException `STORAGE_FAILED`, `CONTENT_MISSING`, `CONTENT_ALTERED`
  /// @throws IllegalArgumentException when the folder holds something
  public VerifyResult.Intact write(Path folder, Contents contents, Instant at) {
    Storage.run(() -> {
      writeAll(folder, contents, at);
      return folder;
    });
    return switch (PackageVerifier.verify(folder)) {
      case VerifyResult.Intact intact -> intact;
      case VerifyResult.Broken broken ->
          throw new EvidenceException(EvidenceException.Code.CONTENT_ALTERED, broken.en());
    };
  }

  private void writeAll(Path folder, Contents contents, Instant at) throws IOException {
    requireEmpty(folder);
    DurableFiles.createFolders(folder);
    Map<String, ContentDigest> files = new TreeMap<>();
    for (EvidenceRecord record : contents.records()) {
      String path = PackageLayout.content(record);
      try (InputStream content = store.content(record.content().sha256())) {
        files.put(path, copy(content, folder.resolve(path)));
      }
    }
    for (Map.Entry<String, Path> document : contents.documents().entrySet()) {
      try (InputStream content = Files.newInputStream(document.getValue())) {
        files.put(document.getKey(), copy(content, folder.resolve(document.getKey())));
      }
    }
    byte[] lines =
        contents.records().stream()
            .map(record -> record.canonical() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    files.put(PackageLayout.RECORDS, write(folder, PackageLayout.RECORDS, lines));
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      String path = PackageLayout.publicKey(algorithm);
      files.put(path, write(folder, path, keys.publicPem(algorithm)));
    }
    sign(folder, manifest(contents.records(), files, at).getBytes(StandardCharsets.UTF_8));
  }

  private void sign(Path folder, byte[] manifest) throws IOException {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      String signature = Base64.getEncoder().encodeToString(keys.sign(algorithm, manifest)) + "\n";
      write(
          folder,
          PackageLayout.signature(algorithm),
          signature.getBytes(StandardCharsets.US_ASCII));
    }
    // Last: a package without manifest is none, whatever crashed on the way.
    write(folder, PackageLayout.MANIFEST, manifest);
  }

  private String manifest(
      List<EvidenceRecord> records, Map<String, ContentDigest> files, Instant at) {
    EvidenceRecord first = records.getFirst();
    EvidenceRecord last = records.getLast();
    List<Object> listed = new ArrayList<>();
    files.forEach((path, digest) ->
        listed.add(
            Map.of(
                "path", path,
                "size", digest.sizeBytes(),
                "sha256", digest.sha256(),
                "sm3", digest.sm3())));
    Map<String, Object> named = new TreeMap<>();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      named.put(algorithm.code(), keys.fingerprint(algorithm));
    }
    return CanonicalJson.write(
        Map.of(
            "format",
            PackageLayout.FORMAT,
            "contract",
            first.item().contract().toString(),
            "createdAt",
            at.toString(),
            "files",
            listed,
            "keys",
            named,
            "chain",
            Map.of(
                "first", first.seq(),
                "before", first.previous(),
                "last", last.seq(),
                "head", last.digest())));
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new IllegalArgumentException("not an empty folder: " + folder);
        }
      }
    }
  }

  private static ContentDigest copy(InputStream content, Path target) throws IOException {
    Path parent = DurableFiles.folderOf(target);
    DurableFiles.createFolders(parent);
    ContentDigest digest;
    try (FileChannel channel =
            FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        OutputStream out = Channels.newOutputStream(channel)) {
      digest = ContentDigest.copy(content, out);
      channel.force(true);
    }
    DurableFiles.forceFolder(parent);
    return digest;
  }

  private static ContentDigest write(Path folder, String path, byte[] content) throws IOException {
    return copy(new ByteArrayInputStream(content), folder.resolve(path));
  }
}
