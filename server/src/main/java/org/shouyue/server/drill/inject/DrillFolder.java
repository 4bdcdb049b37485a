package org.shouyue.server.drill.inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files below one folder. Each part of a path is opened from the folder before it and never
/// through a symbolic link (`openat` with `O_NOFOLLOW`), so that nothing outside is reached, not
/// even when somebody swaps a folder for a link meanwhile.
final class DrillFolder {
  private static final int LARGEST = 8 << 20;

  private final Path root;

  /// @param root the folder; it must be a plain absolute path whose last part is no link
  DrillFolder(Path root) {
    if (!root.isAbsolute() || !root.equals(root.normalize())) {
      throw new InjectionRefused("outside-root", "not a plain absolute path: " + root);
    }
    this.root = root;
  }

  /// A file as it was.
  ///
  /// @param mode its permissions, which an artefact does not change
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Snapshot(byte[] content, FileTime modified, Set<PosixFilePermission> mode) {}

  /// The file; null when there is none.
  ///
  /// @throws InjectionRefused when it is no plain file, or larger than 8 MiB
  @Nullable Snapshot read(String file) {
    return within(
        file,
        (folder, name) -> {
          PosixFileAttributeView view = view(folder, name);
          PosixFileAttributes found = view.readAttributes();
          if (!found.isRegularFile()) {
            throw new InjectionRefused("symbolic-link", "not a plain file: " + file);
          }
          if (found.size() > LARGEST) {
            throw new InjectionRefused("too-large", "larger than 8 MiB: " + file);
          }
          return new Snapshot(bytes(folder, name), found.lastModifiedTime(), found.permissions());
        });
  }

  /// Writes over what a file holds; owner, mode and links stay, because the file stays the same.
  void overwrite(String file, byte[] content) {
    write(file, content, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /// Creates a file that must not be there.
  void create(String file, byte[] content) {
    write(file, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  /// Appends to a file that must be there.
  void append(String file, byte[] content) {
    write(file, content, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  private void write(String file, byte[] content, OpenOption... how) {
    Set<OpenOption> options = new HashSet<>(Set.of(how));
    options.add(LinkOption.NOFOLLOW_LINKS);
    var done =
        within(
            file,
            (folder, name) -> {
              try (SeekableByteChannel out = folder.newByteChannel(name, options)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                  var _ = out.write(left);
                }
                if (out instanceof FileChannel channel) {
                  channel.force(true);
                }
              }
              return true;
            });
    if (done == null) {
      throw new InjectionRefused("not-there", "no such file: " + file);
    }
  }

  /// Gives a file the mode and the time of modification that it had; nothing when it is gone.
  void restoreAttributes(String file, FileTime modified, Set<PosixFilePermission> mode) {
    var _ =
        within(
            file,
            (folder, name) -> {
              PosixFileAttributeView view = view(folder, name);
              if (!view.readAttributes().permissions().equals(mode)) {
                view.setPermissions(mode);
              }
              view.setTimes(modified, null, null);
              return true;
            });
  }

  /// Removes a file; nothing when it is gone.
  void delete(String file) {
    var _ =
        within(
            file,
            (folder, name) -> {
              folder.deleteFile(name);
              return true;
            });
  }

  private interface Deed<T> {
    T in(SecureDirectoryStream<Path> folder, Path name) throws IOException;
  }

  /// Does something in the folder that holds the file; null when file or folder is not there.
  @SuppressWarnings("StreamResourceLeak") // all that were opened are closed at the end
  private <T> @Nullable T within(String file, Deed<T> deed) {
    Path relative = Path.of(file);
    if (file.isBlank()
        || relative.isAbsolute()
        || !relative.equals(relative.normalize())
        || relative.startsWith("..")) {
      throw new InjectionRefused("outside-root", "not a plain path below the folder: " + file);
    }
    Deque<DirectoryStream<Path>> open = new ArrayDeque<>();
    try {
      SecureDirectoryStream<Path> folder = secure(Files.newDirectoryStream(checkedRoot()), open);
      for (int n = 0; n < relative.getNameCount() - 1; n++) {
        folder =
            secure(folder.newDirectoryStream(relative.getName(n), LinkOption.NOFOLLOW_LINKS), open);
      }
      return deed.in(folder, relative.getFileName());
    } catch (NoSuchFileException _) {
      return null;
    } catch (FileAlreadyExistsException e) {
      throw new InjectionRefused("in-the-way", "there is a file already: " + file, e);
    } catch (NotDirectoryException e) {
      throw new InjectionRefused("symbolic-link", "leads through no plain folder: " + file, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    } finally {
      open.forEach(DrillFolder::close);
    }
  }

  private Path checkedRoot() throws IOException {
    if (!root.toRealPath().equals(root)) {
      throw new InjectionRefused("symbolic-link", "leads through a symbolic link: " + root);
    }
    return root;
  }

  /// With `O_NOFOLLOW` the system answers ELOOP for a link.
  private static InjectionRefused unreadable(String file, IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("Too many levels of symbolic links")
        ? new InjectionRefused("symbolic-link", "is or leads through a symbolic link: " + file, e)
        : new InjectionRefused("input-output", "cannot be read or written: " + file, e);
  }

  private static SecureDirectoryStream<Path> secure(
      DirectoryStream<Path> stream, Deque<DirectoryStream<Path>> open) {
    open.push(stream);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    throw new InjectionRefused("input-output", "this system has no safe way to open folders");
  }

  private static PosixFileAttributeView view(SecureDirectoryStream<Path> folder, Path name) {
    return folder.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static byte[] bytes(SecureDirectoryStream<Path> folder, Path name) throws IOException {
    try (SeekableByteChannel in =
        folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      ByteBuffer content = ByteBuffer.allocate((int) Math.min(in.size(), LARGEST));
      while (content.hasRemaining() && in.read(content) >= 0) {
        // until it is full or the file ends
      }
      return Arrays.copyOf(content.array(), content.position());
    }
  }

  private static void close(DirectoryStream<Path> stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
