package org.shouyue.server.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.home.ServerHome;
import org.springframework.stereotype.Component;

/// Where packages lie on disk: a folder for each acceptance and a zip file of it. A package appears
/// complete or not at all.
@Component
class PackageFolder {
  static final String ZIP = "package.zip";
  private static final String FOLDER = "package";

  private final ServerHome home;

  PackageFolder(ServerHome home) {
    this.home = home;
  }

  /// One file of a package.
  ///
  /// @param digest SHA-256, hexadecimal
  record PackageFile(String name, long sizeBytes, String digest) {}

  /// Writes the documents of a package.
  interface Documents {
    void write(Path folder) throws IOException;
  }

  /// Seals a folder of documents into an empty folder.
  interface Seal {
    void seal(Path documents, Path target) throws IOException;
  }

  /// Builds a package anew, zips it, and puts both in the place of what was there before.
  void build(UUID id, Documents documents, Seal seal) {
    Path place = place(id);
    try {
      Path written = Files.createTempDirectory(place, ".documents");
      Path sealed = Files.createTempDirectory(place, ".sealed");
      try {
        documents.write(written);
        seal.seal(written, sealed);
        Path zip = Files.createTempFile(place, ".new", ".zip");
        ZipFolder.write(sealed, zip);
        Path folder = place.resolve(FOLDER);
        remove(folder);
        Files.move(sealed, folder, StandardCopyOption.ATOMIC_MOVE);
        Files.move(zip, place.resolve(ZIP), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(written);
        remove(sealed);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("the package " + id + " cannot be written", failed);
    }
  }

  /// A file of the package by its name in it, or the zip file; empty when there is none.
  Optional<byte[]> read(UUID id, String name) {
    Path place = place(id);
    Path folder = place.resolve(FOLDER);
    Path file = name.equals(ZIP) ? place.resolve(ZIP) : folder.resolve(name).normalize();
    boolean inside = name.equals(ZIP) || file.startsWith(folder);
    if (!inside || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /// The folder itself.
  Path folder(UUID id) {
    return place(id).resolve(FOLDER);
  }

  /// The files at the root of the package and the zip file; none before it is built.
  List<PackageFile> files(UUID id) {
    Path folder = folder(id);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      var files = new ArrayList<PackageFile>();
      for (Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
        files.add(file(file));
      }
      Path zip = place(id).resolve(ZIP);
      if (Files.isRegularFile(zip)) {
        files.add(file(zip));
      }
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot list " + folder, unreadable);
    }
  }

  private static PackageFile file(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    return new PackageFile(file.getFileName().toString(), content.length, sha256(content));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private Path place(UUID id) {
    home.directory("acceptances");
    return home.directory("acceptances/" + id);
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException error)
              throws IOException {
            if (error != null) {
              throw error;
            }
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
