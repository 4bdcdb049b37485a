package org.shouyue.server.secrecy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.contract.Contract;
import org.shouyue.contract.Party;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.server.agreement.Agreement;
import org.shouyue.server.agreement.Agreements;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Client;
import org.shouyue.server.tenant.Clients;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes the undertaking that a person is to sign for a client, filled from the contract.
@Component
class UndertakingText {
  /// The version of our wording; a change of the file is a new version and a new file.
  static final int VERSION = 1;

  private final JdbcClient jdbc;
  private final Agreements agreements;
  private final Clients clients;

  UndertakingText(JdbcClient jdbc, Agreements agreements, Clients clients) {
    this.jdbc = jdbc;
    this.agreements = agreements;
    this.clients = clients;
  }

  /// What a person signs.
  ///
  /// @param contractId null when the client has no contract in force
  record Written(
      UUID clientId,
      String clientName,
      @Nullable UUID contractId,
      @Nullable String contractTitle,
      int version,
      String text,
      String sha256,
      SecrecyTerm term) {}

  /// The text for a person, from the client's latest contract in force.
  ///
  /// @throws Problem 404 when the client is out of scope
  Written write(UUID clientId, String person) {
    Client client = clients.find(clientId).orElseThrow(() -> Problem.notFound("client", clientId));
    Agreement agreement = latest(clientId);
    Contract contract = agreement == null ? null : agreement.contract();
    SecrecyTerm term = contract == null ? SecrecyTerm.FOR_EVER : SecrecyTerm.of(contract.secrecy());
    String title = contract == null ? null : contract.title();
    String text =
        filled(
            Map.of(
                "client",
                client.name(),
                "person",
                person,
                "provider",
                name(contract == null ? null : contract.provider()),
                "contract",
                title == null ? "服务合同" : "《" + title + "》",
                "number",
                contract == null || contract.number() == null ? "—" : contract.number(),
                "term",
                term.said()));
    return new Written(
        clientId,
        client.name(),
        agreement == null ? null : agreement.id(),
        title,
        VERSION,
        text,
        ContentDigest.of(text.getBytes(StandardCharsets.UTF_8)).sha256(),
        term);
  }

  private @Nullable Agreement latest(UUID client) {
    return jdbc.sql(
            """
            select id from contract where client_id = :client and state = 'in-force'
            order by signed_on desc, id limit 1\
            """)
        .param("client", client)
        .query((row, _) -> Sql.uuid(row, "id"))
        .optional()
        .map(agreements::require)
        .orElse(null);
  }

  private static String name(@Nullable Party provider) {
    return provider == null ? "服务单位" : provider.name();
  }

  private static String filled(Map<String, String> words) {
    String text = template();
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace("{" + word.getKey() + "}", word.getValue());
    }
    return text;
  }

  private static String template() {
    String name = "/secrecy/undertaking-" + VERSION + ".zh.txt";
    try (InputStream in =
        Objects.requireNonNull(UndertakingText.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
