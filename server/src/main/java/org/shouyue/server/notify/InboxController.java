package org.shouyue.server.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.clock.WallClock;
import org.shouyue.server.notify.Preferences.Preference;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the caller was told, and how they want to be told: the channel that always works.
@RestController
@RequestMapping("/api/inbox")
class InboxController {
  /// A disaster that is not read yet stays on top, whatever came after it.
  private static final String FIRST =
      "(read_at is null and urgency = 'disaster') desc, created_at desc, id";

  private final JdbcClient jdbc;
  private final Preferences preferences;
  private final WallClock wall;

  InboxController(JdbcClient jdbc, Preferences preferences, WallClock wall) {
    this.jdbc = jdbc;
    this.preferences = preferences;
    this.wall = wall;
  }

  /// One notice to the caller.
  ///
  /// @param clientId null for what concerns the platform itself
  record InboxItem(
      UUID id,
      @Nullable UUID clientId,
      Instant createdAt,
      Urgency urgency,
      String title,
      String body,
      String about,
      @Nullable Instant readAt) {}

  @GetMapping
  @AllowedToSignedIn
  Page<InboxItem> list(@RequestParam(defaultValue = "false") boolean unread, PageRequest request) {
    Listing listing =
        new Listing(jdbc, "*", "delivery", FIRST)
            .where("means = 'inbox'")
            .where("person_id = :person", "person", Caller.current().id());
    if (unread) {
      listing.where("read_at is null");
    }
    listing.search("title", "body").sort("createdAt", "created_at");
    return House.withVisible().call(() -> listing.page(request, InboxController::item));
  }

  private static InboxItem item(ResultSet row, int number) throws SQLException {
    UUID client = Sql.uuid(row, "client_id");
    return new InboxItem(
        Sql.uuid(row, "id"),
        client.equals(House.ID) ? null : client,
        Sql.instant(row, "created_at"),
        Urgency.of(Sql.text(row, "urgency")),
        Sql.text(row, "title"),
        Sql.text(row, "body"),
        Sql.text(row, "about"),
        Sql.instantOrNull(row, "read_at"));
  }

  @GetMapping("/unread")
  @AllowedToSignedIn
  Map<String, Integer> unread() {
    UUID person = Caller.current().id();
    int count =
        House.withVisible()
            .call(() ->
                jdbc.sql(
                        """
                        select count(*) from delivery
                        where means = 'inbox' and person_id = :person and read_at is null
                        """)
                    .param("person", person)
                    .query(Integer.class)
                    .single());
    return Map.of("unread", count);
  }

  @PostMapping("/{id}/read")
  @AllowedToSignedIn
  Map<String, Integer> read(@PathVariable UUID id) {
    if (markRead(id) == 0) {
      throw Problem.notFound("notice", id);
    }
    return unread();
  }

  @PostMapping("/read-all")
  @AllowedToSignedIn
  Map<String, Integer> readAll() {
    markRead(null);
    return unread();
  }

  /// @param id null for all
  private int markRead(@Nullable UUID id) {
    UUID person = Caller.current().id();
    return House.withVisible()
        .call(() ->
            jdbc.sql(
                    """
                    update delivery set read_at = coalesce(read_at, :at)
                    where means = 'inbox' and person_id = :person and id = coalesce(:id::uuid, id)
                      and (read_at is null or :id::uuid is not null)
                    """)
                .param("at", Sql.at(wall.instant()))
                .param("id", id)
                .param("person", person)
                .update());
  }

  @GetMapping("/preferences")
  @AllowedToSignedIn
  Preference preferences() {
    return preferences.of(Caller.current().id());
  }

  @PutMapping("/preferences")
  @AllowedToSignedIn
  Preference prefer(@RequestBody Preference given) {
    new Checks()
        .that(
            (given.quietFrom() == null) == (given.quietTo() == null),
            "quietTo",
            "must be given with quietFrom")
        .that(
            given.digest() != null && List.of("none", "hour", "day").contains(given.digest()),
            "digest",
            "must be none, hour or day")
        .present("optedOut", given.optedOut())
        .done();
    preferences.put(Caller.current().id(), given);
    return preferences();
  }
}
