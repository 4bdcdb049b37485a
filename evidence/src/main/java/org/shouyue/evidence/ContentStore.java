package org.shouyue.evidence;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files under the name of their SHA-256: `sha256/ab/cd/abcd…`. The same content is kept once.
/// Several processes may use one folder.
final class ContentStore {
  private final Path files;
  private final Path temporary;

  ContentStore(Path root) throws IOException {
    files = root.resolve("sha256");
    temporary = root.resolve("tmp");
    DurableFiles.createFolders(files);
    DurableFiles.createFolders(temporary);
  }

  /// Keeps the content; when this returns it is on disk.
  ContentDigest put(InputStream content) throws IOException {
    Path partial = Files.createTempFile(temporary, "put-", ".part");
    try {
      ContentDigest digest = writeForced(content, partial);
      Path target = path(digest.sha256());
      if (!isWhole(target, digest)) {
        DurableFiles.createFolders(DurableFiles.folderOf(target));
        DurableFiles.publish(partial, target);
      }
      return digest;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static ContentDigest writeForced(InputStream content, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      ContentDigest digest = ContentDigest.copy(content, out);
      out.flush();
      channel.force(true);
      return digest;
    }
  }

  /// A damaged copy must not stand in the way of a sound one.
  private static boolean isWhole(Path target, ContentDigest digest) throws IOException {
    try (InputStream in = Files.newInputStream(target)) {
      return ContentDigest.of(in).equals(digest);
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// Reads content; the stream throws at its end when the content was altered.
  InputStream open(String sha256) throws IOException {
    return new VerifiedInput(Files.newInputStream(path(sha256)), sha256);
  }

  Path path(String sha256) {
    if (!ContentDigest.isHex(sha256)) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + sha256);
    }
    return files.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }
}
