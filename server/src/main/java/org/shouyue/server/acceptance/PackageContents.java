package org.shouyue.server.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.shouyue.server.evidence.EvidenceLog;
import org.shouyue.server.evidence.EvidenceRecord;
import org.shouyue.server.report.EvidenceAbout;
import org.springframework.stereotype.Component;

/// Puts evidence into a package and seals it.
@Component
class PackageContents {
  private static final String MANIFEST = Checksums.NAME;

  private final EvidenceLog evidence;

  PackageContents(EvidenceLog evidence) {
    this.evidence = evidence;
  }

  /// What tells a stranger how to read and verify the package.
  byte[] readme() throws IOException {
    try (InputStream in = PackageContents.class.getResourceAsStream("/acceptance/README.md")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks acceptance/README.md");
      }
      return in.readAllBytes();
    }
  }

  /// Copies the content of every record of a contract's chain. A content that is gone is left out:
  /// verification then names it.
  void evidence(UUID contract, Path folder) throws IOException {
    for (EvidenceRecord record : evidence.chain(contract)) {
      Path file = folder.resolve(EvidenceAbout.path(record));
      if (!Files.exists(file)) {
        byte[] content = evidence.content(record).orElse(null);
        if (content != null) {
          Files.createDirectories(file.getParent());
          Files.write(file, content);
        }
      }
    }
  }

  /// Seals what lies in the folder.
  void seal(UUID contract, Path folder) throws IOException {
    Checksums.write(folder);
  }

  /// SHA-256 of the manifest, by which everything in the folder is known.
  ///
  /// @throws UncheckedIOException when the package is gone
  String digest(Path folder) {
    try {
      return PackageFolder.sha256(Files.readAllBytes(folder.resolve(MANIFEST)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the package in " + folder + " is gone", unreadable);
    }
  }

  /// Keeps the manifest as it was signed beside the signature.
  void keepManifest(Path before, Path pages) throws IOException {
    Files.copy(before.resolve(MANIFEST), pages.resolve("signed-" + MANIFEST));
  }

  /// Copies a whole package.
  void copy(Path from, Path to) throws IOException {
    for (Path file : ZipFolder.files(from)) {
      Path copied = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copied.getParent());
      Files.copy(file, copied);
    }
  }
}
