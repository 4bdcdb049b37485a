package org.shouyue.server.signature;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What was offered for signing and what came back. Callers bring the transaction.
@Repository
class SignatureRows {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SignatureRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(SigningOffer offer) {
    jdbc.sql(
            """
            insert into signing_offer (id, client_id, contract_id, about, name, form, document,
              to_sign, sha256, sm3, hole, person_id, offered_at)
            values (:id, :client, :contract, :about, :name, :form, :document, :toSign, :sha256,
              :sm3, :hole, :person, :at)\
            """)
        .param("id", offer.id())
        .param("client", offer.clientId())
        .param("contract", offer.contractId())
        .param("about", offer.about())
        .param("name", offer.name())
        .param("form", offer.form())
        .param("document", offer.document())
        .param("toSign", offer.toSign())
        .param("sha256", offer.sha256())
        .param("sm3", offer.sm3())
        .param("hole", offer.hole())
        .param("person", offer.personId())
        .param("at", Sql.at(offer.offeredAt()))
        .update();
  }

  Optional<SigningOffer> offer(UUID id) {
    return jdbc.sql("select * from signing_offer where id = :id")
        .param("id", id)
        .query((row, _) ->
            new SigningOffer(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "client_id"),
                Sql.uuid(row, "contract_id"),
                Sql.text(row, "about"),
                Sql.text(row, "name"),
                Sql.text(row, "form"),
                row.getBytes("document"),
                row.getBytes("to_sign"),
                Sql.text(row, "sha256"),
                Sql.text(row, "sm3"),
                row.getObject("hole", Integer.class),
                Sql.uuid(row, "person_id"),
                Sql.instant(row, "offered_at")))
        .optional();
  }

  void add(CertificateSignature one) {
    jdbc.sql(
            """
            insert into certificate_signature (id, client_id, contract_id, offer_id, about,
              document, document_sha256, form, person_id, person_name, subject, issuer, serial,
              fingerprint, algorithm, state, checks, signed_at, claimed_at, evidence_seq)
            values (:id, :client, :contract, :offer, :about, :document, :sha256, :form, :person,
              :name, :subject, :issuer, :serial, :fingerprint, :algorithm, :state, :checks::jsonb,
              :at, :claimed, :seq)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("contract", one.contractId())
        .param("offer", one.offerId())
        .param("about", one.about())
        .param("document", one.document())
        .param("sha256", one.documentSha256())
        .param("form", one.form())
        .param("person", one.personId())
        .param("name", one.personName())
        .param("subject", one.subject())
        .param("issuer", one.issuer())
        .param("serial", one.serial())
        .param("fingerprint", one.fingerprint())
        .param("algorithm", one.algorithm())
        .param("state", one.state().code())
        .param("checks", json.writeValueAsString(one.checks()))
        .param("at", Sql.at(one.signedAt()))
        .param("claimed", one.claimedAt() == null ? null : Sql.at(one.claimedAt()))
        .param("seq", one.evidenceSeq())
        .update();
  }

  Optional<CertificateSignature> signature(UUID id) {
    return jdbc.sql("select * from certificate_signature where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  List<CertificateSignature> about(String about) {
    return jdbc.sql("select * from certificate_signature where about = :about order by signed_at")
        .param("about", about)
        .query(this::read)
        .list();
  }

  private CertificateSignature read(ResultSet row, int number) throws SQLException {
    return new CertificateSignature(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.uuid(row, "contract_id"),
        Sql.uuid(row, "offer_id"),
        Sql.text(row, "about"),
        Sql.text(row, "document"),
        Sql.text(row, "document_sha256"),
        Sql.text(row, "form"),
        Sql.uuid(row, "person_id"),
        Sql.text(row, "person_name"),
        Sql.text(row, "subject"),
        Sql.text(row, "issuer"),
        Sql.text(row, "serial"),
        Sql.text(row, "fingerprint"),
        Sql.text(row, "algorithm"),
        SignatureVerdict.State.of(Sql.text(row, "state")),
        json.readValue(Sql.text(row, "checks"), new TypeReference<List<SignatureCheck>>() {}),
        Sql.instant(row, "signed_at"),
        Sql.instantOrNull(row, "claimed_at"),
        row.getLong("evidence_seq"));
  }
}
