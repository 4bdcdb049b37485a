package org.shouyue.server.drill.inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What must be undone, on disk before it is done: written to a temporary name, synced, renamed,
/// and the folder synced. What a file held lies inside the entry itself.
final class UndoJournal {
  private static final String SUFFIX = ".undo";

  private final Path folder;
  private final JsonMapper json;

  UndoJournal(Path folder, JsonMapper json) {
    this.folder = folder;
    this.json = json;
  }

  /// One artefact and how things were before it.
  ///
  /// @param until when it is undone at the latest, by the wall clock
  /// @param original what the file held; null when there was none, or no file is concerned
  /// @param modifiedSeconds the file's time of modification, and `modifiedNanos` behind the second
  /// @param mode the file's permissions, `rw-r--r--`; empty when there was none
  /// @param placed what the injector wrote into the file
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Entry(
      UUID id,
      UUID client,
      UUID drill,
      String root,
      Artefact artefact,
      Instant until,
      byte @Nullable [] original,
      long modifiedSeconds,
      int modifiedNanos,
      String mode,
      byte[] placed) {}

  void write(Entry entry) {
    Path target = folder.resolve(entry.id() + SUFFIX);
    Path written = folder.resolve(entry.id() + ".new");
    try {
      try (FileChannel out =
          FileChannel.open(
              written,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(json.writeValueAsBytes(entry));
        while (left.hasRemaining()) {
          var _ = out.write(left);
        }
        out.force(true);
      }
      var _ = Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the undo journal", e);
    }
  }

  void remove(UUID id) {
    try {
      var _ = Files.deleteIfExists(folder.resolve(id + SUFFIX));
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the undo journal", e);
    }
  }

  private void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Nullable Entry find(UUID id) {
    Path file = folder.resolve(id + SUFFIX);
    return Files.exists(file) ? read(file) : null;
  }

  List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
          .sorted()
          .forEach(file -> entries.add(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the undo journal", e);
    }
    return entries;
  }

  private Entry read(Path file) {
    try {
      return json.readValue(Files.readAllBytes(file), Entry.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the undo journal", e);
    }
  }
}
