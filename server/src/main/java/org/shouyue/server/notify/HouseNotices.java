package org.shouyue.server.notify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Directory;
import org.shouyue.server.tenant.Role;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who keep the platform of what concerns no client. They see no client's rows, so they
/// are told in the house's own name.
@Service
public class HouseNotices {
  private final JdbcClient jdbc;
  private final Notices notices;
  private final Directory directory;
  private final TransactionTemplate transactions;

  HouseNotices(
      JdbcClient jdbc, Notices notices, Directory directory, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.directory = directory;
    this.transactions = transactions;
  }

  /// Queues a notice in a transaction of its own; call it outside of any other.
  public void tell(HouseNotice told) {
    TenantScope.of(House.ID)
        .run(() ->
            transactions.executeWithoutResult(_ ->
                told.roles().stream()
                    .filter(role -> !directory.everybody(role).isEmpty())
                    .forEach(role -> notices.on(wanted(told, role)))));
  }

  private static NoticeWanted wanted(HouseNotice told, Role role) {
    return new NoticeWanted(
        House.ID,
        new Audience.OfRole(role),
        told.urgency(),
        told.template(),
        told.words(),
        told.about(),
        told.key() + "/" + role.code());
  }

  /// Tells the system's administrators of channels that died and of those that came back. Whoever
  /// looks again tells nothing twice.
  void lookAtChannels() {
    changes().forEach(this::tell);
  }

  private List<HouseNotice> changes() {
    return TenantScope.of(House.ID)
        .call(() ->
            jdbc.sql(
                    """
                    select 'channel-dead' as template, c.id, c.name, c.kind, c.last_said,
                      c.dead_since::text as since, '' as until
                    from notice_channel c where c.enabled and c.dead_since is not null
                    union all
                    select 'channel-recovered', c.id, c.name, c.kind, '', split_part(n.key, '/', 3),
                      to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                    from notice n join notice_channel c on n.about = 'channel/' || c.id
                    where n.client_id = :house and n.template = 'channel-dead'
                      and c.dead_since is null and n.created_at > now() - interval '7 days'
                    """)
                .param("house", House.ID)
                .query((row, _) -> {
                  String template = Sql.text(row, "template");
                  String since = Sql.text(row, "since");
                  return new HouseNotice(
                      Set.of(Role.SYSTEM_ADMIN),
                      Urgency.HIGH,
                      template,
                      Map.of(
                          "channel", Sql.text(row, "name"),
                          "kind", Sql.text(row, "kind"),
                          "since", since,
                          "until", Sql.text(row, "until"),
                          "said", String.valueOf(row.getString("last_said"))),
                      "channel/" + Sql.uuid(row, "id"),
                      template + "/" + Sql.uuid(row, "id") + "/" + since);
                })
                .list());
  }
}
