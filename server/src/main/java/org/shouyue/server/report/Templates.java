package org.shouyue.server.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.evidence.ContentDigest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.Changed;
import org.shouyue.server.tenant.Clients;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The Word templates of the clients. Where a client has none of its own for a kind, the office's
/// or the shipped one is used. Only docx files are made from them: PDF and HTML have a form of
/// their own, and say the same.
@Repository
class Templates {
  private final JdbcClient jdbc;
  private final Clients clients;
  private final Rendering rendering;
  private final TemplateCheck check;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;

  Templates(
      JdbcClient jdbc,
      Clients clients,
      Rendering rendering,
      InstantSource clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clients = clients;
    this.rendering = rendering;
    this.check = new TemplateCheck(new Typefaces());
    this.clock = clock;
    this.events = events;
  }

  /// A version that was taken.
  ///
  /// @param used whether documents are made from it now
  record Taken(
      String kind,
      int version,
      String name,
      String sha256,
      boolean used,
      Instant uploadedAt,
      String uploadedBy) {}

  /// What the upload of a template came to.
  ///
  /// @param fields particulars that it places by their Chinese names
  record Accepted(String kind, int version, List<String> fields) {}

  /// The template that a client's documents of a kind are made from; null for the usual one.
  byte @Nullable [] own(UUID client, String kind) {
    return jdbc.sql(
            """
            select content from report_template
            where client_id = :client and kind = :kind and used\
            """)
        .param("client", client)
        .param("kind", kind)
        .query((row, _) -> row.getBytes("content"))
        .optional()
        .orElse(null);
  }

  /// The file that a person starts from when they change a template in Word.
  @Transactional(readOnly = true)
  public byte[] current(UUID client, String kind) {
    requireClient(client);
    byte[] own = own(client, requireKind(kind));
    return own == null ? rendering.template() : own;
  }

  @Transactional(readOnly = true)
  public List<Taken> of(UUID client) {
    requireClient(client);
    return jdbc.sql(
            """
            select kind, version, name, sha256, used, uploaded_at, uploaded_by from report_template
            where client_id = :client order by kind, version desc\
            """)
        .param("client", client)
        .query(Templates::taken)
        .list();
  }

  /// Takes a template and uses it from now on.
  ///
  /// @throws Problem 400 when it cannot be one, 404 for a client out of scope
  @Transactional
  public Accepted take(UUID client, String kind, String name, byte[] file) {
    requireClient(client);
    List<String> fields = check.check(file);
    stopUsing(client, requireKind(kind));
    int version =
        jdbc.sql(
                """
                insert into report_template (client_id, kind, version, name, content, sha256, used,
                  uploaded_at, uploaded_by)
                select :client, :kind, coalesce(max(version), 0) + 1, :name, :content, :sha, true,
                  :at, :by
                from report_template where client_id = :client and kind = :kind
                returning version\
                """)
            .param("client", client)
            .param("kind", kind)
            .param("name", name)
            .param("content", file)
            .param("sha", ContentDigest.of(file).sha256())
            .param("at", Sql.at(clock.instant()))
            .param("by", Caller.current().name())
            .query(Integer.class)
            .single();
    changed(client, "template.taken", Map.of("kind", kind, "version", version));
    return new Accepted(kind, version, fields);
  }

  /// Goes back to the usual template; the client's own versions stay on record.
  @Transactional
  public void reset(UUID client, String kind) {
    requireClient(client);
    if (stopUsing(client, requireKind(kind)) == 0) {
      throw Problem.notFound("template", kind);
    }
    changed(client, "template.reset", Map.of("kind", kind));
  }

  private int stopUsing(UUID client, String kind) {
    return jdbc.sql(
            "update report_template set used = false where client_id = :client and kind = :kind and"
                + " used")
        .param("client", client)
        .param("kind", kind)
        .update();
  }

  private void changed(UUID client, String action, Map<String, ?> details) {
    events.publishEvent(new Changed(client, action, "client/" + client, details));
  }

  private void requireClient(UUID client) {
    if (clients.find(client).isEmpty()) {
      throw Problem.notFound("client", client);
    }
  }

  private static String requireKind(String kind) {
    if (PaperKind.of(kind) == PaperKind.OTHER && !kind.equals(PaperKind.OTHER.code())) {
      throw Problem.invalid("kind", "is no kind of report");
    }
    return kind;
  }

  private static Taken taken(ResultSet row, int number) throws SQLException {
    return new Taken(
        Sql.text(row, "kind"),
        row.getInt("version"),
        Sql.text(row, "name"),
        Sql.text(row, "sha256"),
        row.getBoolean("used"),
        Sql.instant(row, "uploaded_at"),
        Sql.text(row, "uploaded_by"));
  }
}
