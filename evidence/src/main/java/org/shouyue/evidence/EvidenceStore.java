package org.shouyue.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps evidence: content under its digest, and a chain of records for each contract. What a
/// method returned survives a crash of process or machine. Safe for use by many threads and by
/// several processes on one file system with working locks.
///
/// ```
/// root/sha256/ab/cd/abcd…      content
/// root/chains/<contract>.ndjson records, one canonical form a line
/// root/tmp/                    what is being written
/// ```
public final class EvidenceStore {
  private final ContentStore contents;
  private final Path chains;
  private final Map<UUID, ChainFile> open = new ConcurrentHashMap<>();

  private EvidenceStore(ContentStore contents, Path chains) {
    this.contents = contents;
    this.chains = chains;
  }

  /// Opens a store, making its folders where they are missing.
  ///
  /// @throws EvidenceException `STORAGE_FAILED`
  public static EvidenceStore open(Path root) {
    return Storage.run(() -> {
      Path chains = root.resolve("chains");
      DurableFiles.createFolders(chains);
      return new EvidenceStore(new ContentStore(root), chains);
    });
  }

  /// Keeps content without a record, for callers that keep the chain elsewhere.
  ///
  /// @param content read to its end and not closed
  /// @throws EvidenceException `STORAGE_FAILED`
  public ContentDigest put(InputStream content) {
    return Storage.run(() -> contents.put(content));
  }

  /// Keeps content and appends its record to the contract's chain.
  ///
  /// @param content read to its end and not closed
  /// @throws EvidenceException `STORAGE_FAILED`, or `CHAIN_DAMAGED` when the chain cannot be built
  ///   on
  public EvidenceRecord append(EvidenceItem item, InputStream content) {
    ContentDigest digest = put(content);
    return Storage.run(
        () -> chain(item.contract()).append(last -> EvidenceRecord.following(last, item, digest)));
  }

  /// A contract's records, in order; empty when it has none.
  ///
  /// @throws EvidenceException `STORAGE_FAILED` or `CHAIN_DAMAGED`
  public List<EvidenceRecord> records(UUID contract) {
    return Storage.run(() -> chain(contract).records());
  }

  /// Stored content. The stream throws an IOException at its end when the content was altered.
  ///
  /// @throws EvidenceException `CONTENT_MISSING` or `STORAGE_FAILED`
  public InputStream content(String sha256) {
    try {
      return contents.open(sha256);
    } catch (NoSuchFileException e) {
      throw new EvidenceException(
          EvidenceException.Code.CONTENT_MISSING, "no stored content " + sha256, e);
    } catch (IOException e) {
      throw Storage.failed(e);
    }
  }

  /// Reads the chain and all its content from disk and says what is wrong first.
  public ChainState verify(UUID contract) {
    List<EvidenceRecord> records;
    try {
      records = Storage.run(() -> chain(contract).reread());
    } catch (EvidenceException e) {
      return new ChainState.Damaged(0, String.valueOf(e.getMessage()));
    }
    for (EvidenceRecord record : records) {
      String fault = contentFault(record);
      if (fault != null) {
        return new ChainState.Damaged(record.seq(), fault);
      }
    }
    String head = records.isEmpty() ? EvidenceRecord.GENESIS : records.getLast().digest();
    return new ChainState.Sound(records.size(), head);
  }

  private @org.jspecify.annotations.Nullable String contentFault(EvidenceRecord record) {
    try (InputStream in = Files.newInputStream(contents.path(record.content().sha256()))) {
      return ContentDigest.of(in).equals(record.content()) ? null : "its content was altered";
    } catch (NoSuchFileException _) {
      return "its content is missing";
    } catch (IOException e) {
      return "its content cannot be read: " + e.getMessage();
    }
  }

  private ChainFile chain(UUID contract) {
    return open.computeIfAbsent(contract, id -> new ChainFile(chains.resolve(id + ".ndjson")));
  }

  /// What a look at a contract's chain found.
  public sealed interface ChainState {
    /// Every record follows the one before, and its content is there.
    ///
    /// @param head digest of the last record
    record Sound(long records, String head) implements ChainState {}

    /// Something is wrong.
    ///
    /// @param seq of the first record that is; 0 when it is the chain itself
    record Damaged(long seq, String detail) implements ChainState {}
  }
}
