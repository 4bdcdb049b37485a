package org.shouyue.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The records of one contract, one canonical form a line, appended and forced. A crash can leave a
/// torn last line, which nobody was told of: it is cut off by the next writer and passed over by
/// readers. Damage anywhere before it is never repaired silently.
final class ChainFile {
  private final Path file;
  private final List<EvidenceRecord> known = new ArrayList<>();
  private long knownBytes;

  ChainFile(Path file) {
    this.file = file;
  }

  /// Appends the record that the function makes of the last one; when this returns it is on disk.
  /// Other processes wait their turn.
  synchronized EvidenceRecord append(Function<@Nullable EvidenceRecord, EvidenceRecord> next)
      throws IOException {
    boolean isNew = !Files.exists(file);
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IOException("no lock on " + file);
      }
      catchUp(channel);
      channel.truncate(knownBytes);
      EvidenceRecord record = next.apply(known.isEmpty() ? null : known.getLast());
      byte[] line = (record.canonical() + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer buffer = ByteBuffer.wrap(line);
      channel.position(knownBytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
      if (isNew) {
        DurableFiles.forceFolder(DurableFiles.folderOf(file));
      }
      known.add(record);
      knownBytes += line.length;
      return record;
    }
  }

  /// All records, those of other processes included.
  synchronized List<EvidenceRecord> records() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      catchUp(channel);
    }
    return List.copyOf(known);
  }

  /// Reads everything again, trusting nothing remembered.
  synchronized List<EvidenceRecord> reread() throws IOException {
    known.clear();
    knownBytes = 0;
    return records();
  }

  private void catchUp(FileChannel channel) throws IOException {
    if (channel.size() < knownBytes) {
      throw damaged("it became shorter");
    }
    byte[] added = read(channel);
    int start = 0;
    for (int end = indexOfNewline(added, 0); end >= 0; end = indexOfNewline(added, start)) {
      String line = new String(added, start, end - start, StandardCharsets.UTF_8);
      EvidenceRecord record = EvidenceRecord.parse(line);
      if (record == null || !follows(record)) {
        if (end == added.length - 1 && line.indexOf('\0') >= 0) {
          // Torn over two pages, of which the first never reached the disk: it reads as zeros.
          return;
        }
        throw damaged("line " + (known.size() + 1) + " is no record that follows the one before");
      }
      known.add(record);
      knownBytes += end + 1L - start;
      start = end + 1;
    }
  }

  private boolean follows(EvidenceRecord record) {
    return known.isEmpty()
        ? record.seq() == 1
        : ChainCheck.firstBreak(List.of(known.getLast(), record)) == null;
  }

  private byte[] read(FileChannel channel) throws IOException {
    long length = channel.size() - knownBytes;
    if (length > Integer.MAX_VALUE - 8) {
      throw damaged("it is too long");
    }
    ByteBuffer buffer = ByteBuffer.allocate((int) length);
    channel.position(knownBytes);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // Reads on until the buffer is full or the file has ended.
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static int indexOfNewline(byte[] octets, int from) {
    for (int i = from; i < octets.length; i++) {
      if (octets[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private EvidenceException damaged(String why) {
    return new EvidenceException(
        EvidenceException.Code.CHAIN_DAMAGED, "chain " + file.getFileName() + ": " + why);
  }
}
