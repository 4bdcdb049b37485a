package org.shouyue.server.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/// The files of a server's home that a backup holds: everything but the database's own, what is
/// only there while a process runs, and other backups.
record HomeFiles(Path home) {

  /// Where a restore puts files before the database is committed.
  static final String STAGED = "restoring";

  static final String BACKUPS = "backups";

  /// Takes one file.
  interface Visitor {
    /// Takes it.
    ///
    /// @param name its path below the home, with slashes
    void visit(String name, Path file) throws IOException;
  }

  /// Visits every file. One that goes while it is visited is left out.
  void visit(Visitor visitor) throws IOException {
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return belongs(name(folder)) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && belongs(name(file))) {
              try {
                visitor.visit(name(file), file);
              } catch (NoSuchFileException _) {
                // Finished and renamed meanwhile; its final name is visited, or not in the
                // snapshot.
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException || !belongs(name(file))) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
  }

  private String name(Path path) {
    return home.relativize(path).toString().replace('\\', '/');
  }

  /// Whether a path below a home belongs into a backup, and may come out of one.
  static boolean belongs(String name) {
    String top = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    String lower = top.toLowerCase(Locale.ROOT);
    return !lower.startsWith("postgres")
        && !lower.startsWith("pgdata")
        && !lower.startsWith(".")
        && !lower.equals("run")
        && !lower.equals(BACKUPS)
        && !lower.equals(STAGED)
        && !name.equals("keys/postgres")
        && !name.equals("evidence/tmp")
        && !name.endsWith(".lock");
  }
}
