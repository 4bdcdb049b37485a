package org.shouyue.server.bulletin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.bulletin.BulletinRows.Edition;
import org.shouyue.server.bulletin.BulletinRows.Origin;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files with bulletins in: each item by itself, so that one bad item spoils no other, and
/// each bulletin of a source once, however often it is handed in.
@Service
class BulletinIntake {
  private final BulletinRows rows;
  private final BulletinFiles files;
  private final BulletinTelling telling;
  private final TransactionTemplate transactions;

  BulletinIntake(
      BulletinRows rows,
      BulletinFiles files,
      BulletinTelling telling,
      TransactionTemplate transactions) {
    this.rows = rows;
    this.files = files;
    this.telling = telling;
    this.transactions = transactions;
  }

  /// What became of one bulletin in a file.
  ///
  /// @param outcome `taken`, `updated` or `known`
  record Item(String outcome, UUID id, String number, String title) {}

  /// What became of a file.
  record Imported(String file, List<Item> items, List<ReadItem.Refused> refused) {
    Imported {
      items = List.copyOf(items);
      refused = List.copyOf(refused);
    }

    int count(String outcome) {
      return (int) items.stream().filter(item -> item.outcome().equals(outcome)).count();
    }

    /// Whether something in it could not be taken.
    boolean isFaulty() {
      return !refused.isEmpty();
    }
  }

  /// Takes a file in.
  ///
  /// @param way `upload` or `folder`
  Imported take(String name, byte[] content, String way) {
    AdvisoryFile.Contents contents = AdvisoryFile.read(content);
    List<Item> items = new ArrayList<>();
    List<ReadItem.Refused> refused = new ArrayList<>();
    for (ReadItem item : contents.items()) {
      switch (item) {
        case ReadItem.Good good -> items.add(taken(good, contents.way()));
        case ReadItem.Refused bad -> refused.add(bad);
      }
    }
    Imported imported = new Imported(name, items, refused);
    files.add(imported, way, telling.now(), BulletinTelling.who());
    return imported;
  }

  /// Another node may take the same bulletin in at the same moment: then it is known.
  private Item taken(ReadItem.Good good, String way) {
    try {
      return inTransaction(good, way);
    } catch (DuplicateKeyException _) {
      return inTransaction(good, way);
    }
  }

  private Item inTransaction(ReadItem.Good good, String way) {
    Item item = transactions.execute(_ -> take(good, way));
    return java.util.Objects.requireNonNull(item);
  }

  private Item take(ReadItem.Good good, String way) {
    Bulletin known = rows.known(good.key());
    if (known == null) {
      UUID id =
          rows.add(
              good.advisory(),
              new Origin(way, good.key(), good.version()),
              telling.now(),
              BulletinTelling.who());
      return told("taken", id);
    }
    if (!isNewer(good.version(), known.sourceVersion(), way)
        || known.state() == BulletinState.WITHDRAWN) {
      return told("known", known.id());
    }
    rows.rewrite(
        known,
        merged(good.advisory(), known.advisory(), way),
        good.version(),
        new Edition(
            known.version() + 1, telling.now(), BulletinTelling.who(), "来源更新为 " + good.version()));
    return told("updated", known.id());
  }

  private Item told(String outcome, UUID id) {
    Bulletin bulletin = java.util.Objects.requireNonNull(rows.find(id));
    if (!outcome.equals("known")) {
      telling.audit(null, outcome, bulletin, Map.of("title", bulletin.advisory().title()));
    }
    return new Item(outcome, id, bulletin.number(), bulletin.advisory().title());
  }

  /// A feed says nothing of products and fixes: what a person added to an item stays.
  private static Advisory merged(Advisory fresh, Advisory kept, String way) {
    return way.equals("csaf")
        ? fresh
        : new Advisory(
            fresh.title(),
            fresh.severity(),
            fresh.summary(),
            fresh.cves().isEmpty() ? kept.cves() : fresh.cves(),
            kept.products(),
            kept.advice(),
            kept.workaround(),
            fresh.source(),
            fresh.references().isEmpty() ? kept.references() : fresh.references(),
            fresh.issuedAt());
  }

  /// CSAF versions are whole numbers or Semantic Versioning (CSAF 2.0 §3.1.11); a feed's are
  /// digests, of which another one is a newer one.
  static boolean isNewer(String version, @Nullable String known, String way) {
    if (known == null || !way.equals("csaf")) {
      return !version.equals(known);
    }
    if (version.matches("\\d+") && known.matches("\\d+")) {
      return new BigInteger(version).compareTo(new BigInteger(known)) > 0;
    }
    Version one = Version.parse(version);
    Version other = Version.parse(known);
    if (one == null || other == null) {
      return !version.equals(known);
    }
    return one.compareTo(other) > 0;
  }
}
