package org.shouyue.server.ticket;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.tenant.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists tickets.
@Repository
class TicketListing {
  /// Still worked on, and a clock has used up four fifths of its limit, or all of it.
  private static final String PRESSED =
      """
      t.state in ('open', 'responded', 'paused') and exists (
        select 1 from ticket_event e
        where e.ticket_id = t.id and e.type in ('warn-80', 'warn-100', 'breach'))\
      """;

  private static final String LINKED =
      """
      exists (
        select 1 from ticket_link l
        where l.ticket_id = t.id and l.kind = :aboutKind and l.target = :about)\
      """;

  /// How many tickets are counted.
  private static final int COUNTED = 10_000;

  /// How many of those that say a common word.
  private static final int COUNTED_SAYING = 1_000;

  /// A word that so many tickets say is not rare.
  private static final int RARE = 3_000;

  private static final String FOUND = "t.id in (select tickets_saying(:words, :inner, :rare))";

  private static final String SAYING =
      """
      exists (
        select 1 from ticket_words w
        where w.ticket_id = t.id and (position((select ticket_plain(:words)) in w.said) > 0
          or (:inner and position((select ticket_plain(:words)) in w.inner_said) > 0)))\
      """;

  private static final Set<String> COLUMNS = Set.of("asset", "finding", "ticket");

  private final JdbcClient jdbc;

  TicketListing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Which tickets are wanted; null leaves a filter out.
  ///
  /// @param assignee an account, `me`, or `none`
  /// @param about what they are about or tied to, as in `asset/0197…`
  record Wanted(
      @Nullable String state,
      @Nullable String kind,
      @Nullable String severity,
      @Nullable UUID client,
      @Nullable UUID contract,
      @Nullable String assignee,
      @Nullable String about,
      boolean watched,
      boolean pressed) {}

  Page<Ticket> page(Wanted wanted, PageRequest request) {
    Listing listing =
        new Listing(jdbc, "t.*", "ticket t", "t.opened_at desc, t.id")
            .where("t.state = any(string_to_array(:state, ','))", "state", wanted.state())
            .where("t.kind = :kind", "kind", wanted.kind())
            .where("t.severity = :severity", "severity", wanted.severity())
            .where("t.client_id = :client", "client", wanted.client())
            .where("t.contract_id = :contract", "contract", wanted.contract())
            .countTo(COUNTED)
            .sort("openedAt", "t.opened_at")
            .sort("number", "t.number")
            .sort("state", "t.state")
            .sort("wakeAt", "t.wake_at");
    if (wanted.pressed()) {
      listing.where(PRESSED);
    }
    if (wanted.watched()) {
      listing.where(
          "exists (select 1 from ticket_watcher w where w.ticket_id = t.id and w.person_id = :me)",
          "me",
          Caller.current().id());
    }
    assigned(listing, wanted.assignee());
    about(listing, wanted.about());
    said(listing, request.q());
    PageRequest unsearched = new PageRequest(request.page(), request.size(), request.sort(), null);
    return listing.page(unsearched, TicketRows::row);
  }

  private static void assigned(Listing listing, @Nullable String assignee) {
    if (assignee == null || assignee.isBlank()) {
      return;
    }
    if (assignee.equals("none")) {
      listing.where("t.assignee is null");
    } else {
      UUID person = assignee.equals("me") ? Caller.current().id() : id("assignee", assignee);
      listing.where("t.assignee = :assignee", "assignee", person);
    }
  }

  private static void about(Listing listing, @Nullable String about) {
    if (about == null || about.isBlank()) {
      return;
    }
    int slash = about.indexOf('/');
    if (slash < 0) {
      throw Problem.invalid("about", "must be as in asset/0197…");
    }
    String kind = about.substring(0, slash);
    String target = about.substring(slash + 1);
    String own =
        switch (kind) {
          case "asset" -> "t.asset_id = :aboutId";
          case "finding" -> "t.finding_id = :aboutId";
          case "ticket" -> "t.id = :aboutId";
          default -> "false";
        };
    listing.where("(" + own + " or " + LINKED + ")").with("aboutKind", kind).with("about", target);
    if (COLUMNS.contains(kind)) {
      listing.with("aboutId", id("about", target));
    }
  }

  /// Looks into number, title, body and comments; into internal notes for the provider only. The
  /// tickets that say a rare word are found first; for a word that most of them say, the list is
  /// walked instead until a page is full.
  private void said(Listing listing, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return;
    }
    String words = given.strip();
    boolean inner = Caller.current().provides();
    if (rare(words, inner)) {
      listing.where(FOUND, "words", words).with("inner", inner).with("rare", RARE);
    } else {
      listing.where(SAYING, "words", words).with("inner", inner).countTo(COUNTED_SAYING);
    }
  }

  private boolean rare(String words, boolean inner) {
    return jdbc.sql("select count(*) from tickets_saying(:words, :inner, :most)")
            .param("words", words)
            .param("inner", inner)
            .param("most", RARE)
            .query(Integer.class)
            .single()
        < RARE;
  }

  private static UUID id(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Problem.invalid(field, "must be an identifier");
    }
  }

  /// The ids among these that the caller may see.
  List<UUID> visible(List<UUID> ids) {
    return jdbc.sql("select id from ticket where id = any(:ids)")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> Sql.uuid(row, "id"))
        .list();
  }
}
