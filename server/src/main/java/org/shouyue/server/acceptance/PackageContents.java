package org.shouyue.server.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.shouyue.evidence.EvidenceRecord;
import org.shouyue.evidence.EvidenceStore;
import org.shouyue.evidence.PackageWriter;
import org.shouyue.evidence.SigningKeys;
import org.shouyue.scope.Permit;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.asset.Permits;
import org.shouyue.server.evidence.EvidenceLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Fills packages with what belongs to a report and has the evidence room seal them.
@Component
class PackageContents {
  static final String MANIFEST = "manifest.json";
  private static final Set<String> SEALS =
      Set.of(MANIFEST, "manifest.ed25519.sig", "manifest.sm2.sig");

  private final EvidenceLog evidence;
  private final EvidenceStore store;
  private final ObjectProvider<SigningKeys> keys;
  private final Permits permits;

  PackageContents(
      EvidenceLog evidence,
      EvidenceStore store,
      ObjectProvider<SigningKeys> keys,
      Permits permits) {
    this.evidence = evidence;
    this.store = store;
    this.keys = keys;
    this.permits = permits;
  }

  /// Puts in what a stranger needs beside the report: how to read and verify it, the contract's
  /// text whose lines the report names, and the permits as they were signed.
  void companions(Agreement agreement, Path documents) throws IOException {
    Files.write(documents.resolve("README.md"), readme());
    Files.writeString(
        documents.resolve("contract.txt"),
        String.join("\n", agreement.source()) + "\n",
        StandardCharsets.UTF_8);
    Set<String> digests = new HashSet<>();
    permits.of(agreement.clientId()).stream().map(Permit::fileSha256).forEach(digests::add);
    for (var record : evidence.chain(agreement.clientId())) {
      if (digests.remove(record.sha256())) {
        Path folder = Files.createDirectories(documents.resolve("permits"));
        String name = PackageWriter.place(record.link()).replaceFirst("^evidence/", "");
        try (InputStream content = store.content(record.sha256())) {
          Files.copy(content, folder.resolve(name));
        }
      }
    }
  }

  /// Writes the package: the contract's whole chain, these documents, manifest and signatures.
  ///
  /// @param documents a folder whose files become the package's
  /// @param target an empty folder
  void seal(UUID contract, Path documents, Path target, Instant at) throws IOException {
    List<EvidenceRecord> chain =
        evidence.chain(contract).stream()
            .map(org.shouyue.server.evidence.EvidenceRecord::link)
            .toList();
    Checksums.write(documents, chain);
    Map<String, Path> named = new TreeMap<>();
    for (Path file : ZipFolder.files(documents)) {
      named.put(name(documents, file), file);
    }
    var _ =
        new PackageWriter(store, keys.getObject())
            .write(target, new PackageWriter.Contents(chain, named), at);
  }

  /// Takes over the documents of a package that was sealed before, without its evidence and seals.
  void documents(Path sealed, Path documents) throws IOException {
    for (Path file : ZipFolder.files(sealed)) {
      String name = name(sealed, file);
      boolean made =
          SEALS.contains(name)
              || name.equals("records.ndjson")
              || name.equals(Checksums.NAME)
              || name.startsWith("keys/")
              || name.startsWith("evidence/");
      if (!made) {
        copy(file, documents.resolve(name));
      }
    }
  }

  /// Keeps manifest and seals as they were signed beside the signature.
  void keepSeals(Path sealed, Path pages) throws IOException {
    for (String seal : SEALS) {
      copy(sealed.resolve(seal), pages.resolve("signed-" + seal));
    }
  }

  /// SHA-256 of the manifest, by which everything in the package is known.
  ///
  /// @throws UncheckedIOException when the package is gone
  String digest(Path sealed) {
    try {
      return PackageFolder.sha256(Files.readAllBytes(sealed.resolve(MANIFEST)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the package in " + sealed + " is gone", unreadable);
    }
  }

  private static byte[] readme() throws IOException {
    try (InputStream in = PackageContents.class.getResourceAsStream("/acceptance/README.md")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks acceptance/README.md");
      }
      return in.readAllBytes();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
