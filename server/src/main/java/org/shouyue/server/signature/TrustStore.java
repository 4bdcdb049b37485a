package org.shouyue.server.signature;

import java.nio.charset.StandardCharsets;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The authorities that are trusted to say who somebody is, and what they have revoked.
@Repository
class TrustStore {
  private final JdbcClient jdbc;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  TrustStore(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  record Anchor(
      UUID id,
      String subject,
      String fingerprint,
      Instant notAfter,
      Instant addedAt,
      String addedBy) {}

  record Revocations(
      String issuer,
      Instant thisUpdate,
      @Nullable Instant nextUpdate,
      Instant addedAt,
      String addedBy) {}

  List<Anchor> anchors() {
    return jdbc.sql("select * from trust_anchor where removed_at is null order by subject, id")
        .query(TrustStore::anchor)
        .list();
  }

  List<Revocations> revocations() {
    return jdbc.sql("select * from revocation_list order by issuer")
        .query((row, _) ->
            new Revocations(
                Sql.text(row, "issuer"),
                Sql.instant(row, "this_update"),
                Sql.instantOrNull(row, "next_update"),
                Sql.instant(row, "added_at"),
                Sql.text(row, "added_by")))
        .list();
  }

  /// Everything that is believed now.
  Trust trust() {
    List<X509Certificate> anchors =
        jdbc.sql("select pem from trust_anchor where removed_at is null")
            .query((row, _) ->
                Certificates.certificate(
                    "pem", Sql.text(row, "pem").getBytes(StandardCharsets.US_ASCII)))
            .list();
    List<X509CRL> lists =
        jdbc.sql("select content from revocation_list")
            .query((row, _) -> Certificates.revocations("content", row.getBytes("content")))
            .list();
    return new Trust(anchors, lists);
  }

  /// Trusts an authority from now on.
  ///
  /// @throws Problem 400 for a certificate of nobody who may sign others, 409 when it is trusted
  @Transactional
  void add(X509Certificate certificate) {
    if (certificate.getBasicConstraints() < 0) {
      throw Problem.invalid("file", "不是颁发机构的证书（缺少 CA 标志），不能作为信任锚");
    }
    String fingerprint = Certificates.fingerprint(certificate);
    if (anchors().stream().anyMatch(anchor -> anchor.fingerprint().equals(fingerprint))) {
      throw Problem.conflict("anchor-known", "该颁发机构已受信任");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into trust_anchor (id, pem, subject, fingerprint, not_after, added_at, added_by)
            values (:id, :pem, :subject, :fingerprint, :until, :at, :by)\
            """)
        .param("id", id)
        .param("pem", Certificates.pem(certificate))
        .param("subject", Certificates.said(certificate.getSubjectX500Principal()))
        .param("fingerprint", fingerprint)
        .param("until", Sql.at(certificate.getNotAfter().toInstant()))
        .param("at", Sql.at(clock.instant()))
        .param("by", Caller.current().name())
        .update();
    changed("trust.added", id.toString(), Map.of("fingerprint", fingerprint));
  }

  /// Trusts it no more. Signatures that were looked at before stay as they were judged.
  ///
  /// @throws Problem 404 when it is not trusted
  @Transactional
  void remove(UUID id) {
    int rows =
        jdbc.sql("update trust_anchor set removed_at = :at where id = :id and removed_at is null")
            .param("at", Sql.at(clock.instant()))
            .param("id", id)
            .update();
    if (rows == 0) {
      throw Problem.notFound("trust-anchor", id);
    }
    changed("trust.removed", id.toString(), Map.of());
  }

  /// Takes in what an authority has revoked, in the place of its list before.
  ///
  /// @throws Problem 409 for a list that is older than the one before
  @Transactional
  void revoke(X509CRL list) {
    Date next = list.getNextUpdate();
    int rows =
        jdbc.sql(
                """
                insert into revocation_list
                  (issuer, content, this_update, next_update, added_at, added_by)
                values (:issuer, :content, :this, :next, :at, :by)
                on conflict (issuer) do update set content = excluded.content,
                  this_update = excluded.this_update, next_update = excluded.next_update,
                  added_at = excluded.added_at, added_by = excluded.added_by
                where revocation_list.this_update <= excluded.this_update\
                """)
            .param("issuer", Certificates.said(list.getIssuerX500Principal()))
            .param("content", encoded(list))
            .param("this", Sql.at(list.getThisUpdate().toInstant()))
            .param("next", next == null ? null : Sql.at(next.toInstant()))
            .param("at", Sql.at(clock.instant()))
            .param("by", Caller.current().name())
            .update();
    if (rows == 0) {
      throw Problem.conflict("older-list", "已有更新的吊销列表；请上传最新的一份");
    }
    changed(
        "trust.revocations",
        "revocation-list",
        Map.of("issuer", Certificates.said(list.getIssuerX500Principal())));
  }

  private static byte[] encoded(X509CRL list) {
    try {
      return list.getEncoded();
    } catch (CRLException impossible) {
      throw new IllegalStateException("a list that was read can be written", impossible);
    }
  }

  private void changed(String action, String about, Map<String, String> details) {
    events.publishEvent(new Changed(null, action, "trust/" + about, details));
  }

  private static Anchor anchor(ResultSet row, int number) throws SQLException {
    return new Anchor(
        Sql.uuid(row, "id"),
        Sql.text(row, "subject"),
        Sql.text(row, "fingerprint"),
        Sql.instant(row, "not_after"),
        Sql.instant(row, "added_at"),
        Sql.text(row, "added_by"));
  }
}
