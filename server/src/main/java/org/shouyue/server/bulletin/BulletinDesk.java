package org.shouyue.server.bulletin;

import java.util.Map;
import java.util.UUID;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Bulletins as people write, correct and put them aside. Drafts are everybody's of the provider;
/// what was published concerns clients that an engineer may not see, so managers correct it.
@Service
class BulletinDesk {
  private final BulletinRows rows;
  private final BulletinTelling telling;

  BulletinDesk(BulletinRows rows, BulletinTelling telling) {
    this.rows = rows;
    this.telling = telling;
  }

  /// Adds a draft.
  @Transactional
  UUID write(Advisory advisory) {
    advisory.check();
    UUID id = rows.add(advisory, BulletinRows.Origin.HAND, telling.now(), BulletinTelling.who());
    Bulletin bulletin = lock(id);
    telling.audit(null, "written", bulletin, Map.of("title", advisory.title()));
    return id;
  }

  /// Gives a bulletin another content. What was published before keeps its published version until
  /// the correction is published, too.
  @Transactional
  void rewrite(UUID id, Advisory advisory, String why) {
    advisory.check();
    Bulletin bulletin = mine(id);
    if (bulletin.state() == BulletinState.WITHDRAWN) {
      throw Problem.conflict("wrong-state", "通告已撤回；请新写一份");
    }
    rows.rewrite(
        bulletin,
        advisory,
        null,
        new BulletinRows.Edition(
            bulletin.version() + 1, telling.now(), BulletinTelling.who(), why));
    telling.audit(null, "changed", bulletin, Map.of("why", why));
  }

  /// Puts a draft aside.
  @Transactional
  void dismiss(UUID id, String reason) {
    Bulletin bulletin = mine(id);
    if (bulletin.state() != BulletinState.DRAFT) {
      throw Problem.conflict("wrong-state", "通告现为 %s，只有草稿可以搁置".formatted(bulletin.state().code()));
    }
    rows.end(id, BulletinState.DISMISSED, reason);
    telling.audit(null, "dismissed", bulletin, Map.of("reason", reason));
  }

  private Bulletin mine(UUID id) {
    Bulletin bulletin = lock(id);
    boolean open =
        bulletin.state() == BulletinState.DRAFT || bulletin.state() == BulletinState.DISMISSED;
    if (!open && Caller.current().role() != Role.PROVIDER_MANAGER) {
      throw Problem.forbidden("已发布的通告涉及全部甲方，只有乙方负责人可以更正或撤回");
    }
    return bulletin;
  }

  private Bulletin lock(UUID id) {
    Bulletin bulletin = rows.lock(id);
    if (bulletin == null) {
      throw Problem.notFound("bulletin", id);
    }
    return bulletin;
  }
}
