package org.shouyue.server.signature;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The certificates that people registered as theirs. Who has registered any can sign with no
/// other.
@Repository
class SigningCertificates {
  private final JdbcClient jdbc;
  private final WallClock clock;
  private final ApplicationEventPublisher events;

  SigningCertificates(JdbcClient jdbc, WallClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  record Registered(
      UUID id,
      String subject,
      String issuer,
      String serial,
      String fingerprint,
      Instant notBefore,
      Instant notAfter,
      Instant registeredAt) {}

  List<Registered> of(UUID person) {
    return jdbc.sql(
            """
            select * from signing_certificate
            where person_id = :person and withdrawn_at is null order by registered_at, id\
            """)
        .param("person", person)
        .query(SigningCertificates::registered)
        .list();
  }

  Set<String> fingerprints(UUID person) {
    return Set.copyOf(of(person).stream().map(Registered::fingerprint).toList());
  }

  /// Registers a certificate for the caller.
  ///
  /// @throws Problem 400 when it was given to somebody else or has expired, 409 when it is
  ///   registered
  @Transactional
  void add(X509Certificate certificate) {
    Caller caller = Caller.current();
    if (!Certificates.isOf(certificate, caller.name())) {
      throw Problem.invalid(
          "file",
          "证书属于 %s，与您的姓名 %s 不符"
              .formatted(Certificates.said(certificate.getSubjectX500Principal()), caller.name()));
    }
    Instant now = clock.instant();
    if (certificate.getNotAfter().toInstant().isBefore(now)) {
      throw Problem.invalid("file", "证书已过期");
    }
    String fingerprint = Certificates.fingerprint(certificate);
    if (fingerprints(caller.id()).contains(fingerprint)) {
      throw Problem.conflict("certificate-known", "这张证书已登记");
    }
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into signing_certificate (id, person_id, pem, subject, issuer, serial,
              fingerprint, not_before, not_after, registered_at)
            values (:id, :person, :pem, :subject, :issuer, :serial, :fingerprint, :from, :until,
              :at)\
            """)
        .param("id", id)
        .param("person", caller.id())
        .param("pem", Certificates.pem(certificate))
        .param("subject", Certificates.said(certificate.getSubjectX500Principal()))
        .param("issuer", Certificates.said(certificate.getIssuerX500Principal()))
        .param("serial", certificate.getSerialNumber().toString(16))
        .param("fingerprint", fingerprint)
        .param("from", Sql.at(certificate.getNotBefore().toInstant()))
        .param("until", Sql.at(certificate.getNotAfter().toInstant()))
        .param("at", Sql.at(now))
        .update();
    changed("certificate.registered", id, fingerprint);
  }

  /// Withdraws one of the caller's own.
  ///
  /// @throws Problem 404 when the caller has no such certificate
  @Transactional
  void withdraw(UUID id) {
    int rows =
        jdbc.sql(
                """
                update signing_certificate set withdrawn_at = :at
                where id = :id and person_id = :person and withdrawn_at is null\
                """)
            .param("at", Sql.at(clock.instant()))
            .param("id", id)
            .param("person", Caller.current().id())
            .update();
    if (rows == 0) {
      throw Problem.notFound("certificate", id);
    }
    changed("certificate.withdrawn", id, "");
  }

  private void changed(String action, UUID id, String fingerprint) {
    events.publishEvent(
        new Changed(null, action, "certificate/" + id, Map.of("fingerprint", fingerprint)));
  }

  private static Registered registered(ResultSet row, int number) throws SQLException {
    return new Registered(
        Sql.uuid(row, "id"),
        Sql.text(row, "subject"),
        Sql.text(row, "issuer"),
        Sql.text(row, "serial"),
        Sql.text(row, "fingerprint"),
        Sql.instant(row, "not_before"),
        Sql.instant(row, "not_after"),
        Sql.instant(row, "registered_at"));
  }
}
