package org.shouyue.server.external;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.asset.Asset;
import org.shouyue.server.asset.Assets;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.shouyue.server.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Notices as people see them.
@Repository
class NoticeViews {
  private final JdbcClient jdbc;
  private final NoticeRows rows;
  private final Tickets tickets;
  private final Assets assets;
  private final InstantSource clock;

  NoticeViews(
      JdbcClient jdbc, NoticeRows rows, Tickets tickets, Assets assets, InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.tickets = tickets;
    this.assets = assets;
    this.clock = clock;
  }

  /// How the day of answer is kept.
  enum Keeping {
    WAITING,
    SOON,
    OVERDUE,
    KEPT,
    LATE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Keeping of(Instant due, @Nullable Instant sent, Instant now) {
      if (sent != null) {
        return sent.isBefore(due) ? KEPT : LATE;
      }
      if (!now.isBefore(due)) {
        return OVERDUE;
      }
      return now.isBefore(due.minus(NoticeWatch.SOON)) ? WAITING : SOON;
    }
  }

  /// A notice in a list.
  ///
  /// @param open how many of its problems are not settled
  record NoticeItem(
      UUID ticketId,
      String number,
      String title,
      UUID clientId,
      UUID contractId,
      String issuer,
      IssuerKind issuerKind,
      String documentNumber,
      Instant receivedAt,
      Instant answerDue,
      NoticeState state,
      Keeping keeping,
      int problems,
      int open,
      @Nullable Instant sentAt) {}

  /// A problem with the name of its asset.
  record ProblemItem(@JsonUnwrapped ToldProblem problem, @Nullable String assetName) {}

  /// A notice with everything about it.
  record NoticePage(
      @JsonUnwrapped NoticeItem item,
      String ticketState,
      @Nullable Long sourceSeq,
      @Nullable String answer,
      @Nullable UUID paperId,
      @Nullable String sentBy,
      @Nullable String sentVia,
      @Nullable Instant receiptAt,
      @Nullable String receipt,
      List<ProblemItem> told,
      List<NoticeStep> steps) {}

  /// @param pressed true for those whose answer is due soon or overdue only
  Page<NoticeItem> page(
      @Nullable UUID contract, @Nullable String state, boolean pressed, PageRequest request) {
    Listing listing = listing();
    if (pressed) {
      listing.where(
          "(x.sent_at is null and x.answer_due <= :pressed)",
          "pressed",
          Sql.at(clock.instant().plus(NoticeWatch.SOON)));
    }
    return listing
        .where("x.contract_id = :contract", "contract", contract)
        .where("x.state = any(string_to_array(:state, ','))", "state", state)
        .search("t.title", "t.number", "x.issuer", "x.document_number", "t.body")
        .sort("receivedAt", "x.received_at")
        .sort("answerDue", "x.answer_due")
        .sort("number", "t.number")
        .page(request, this::item);
  }

  @Transactional(readOnly = true)
  NoticePage one(UUID id) {
    Notice notice = rows.find(id);
    if (notice == null) {
      throw Problem.notFound("notice", id);
    }
    NoticeItem item =
        listing()
            .where("x.ticket_id = :ticket", "ticket", id)
            .page(new PageRequest(0, 1, null, null), this::item)
            .items()
            .getFirst();
    List<ToldProblem> problems = rows.problems(id);
    List<Asset> matched =
        assets.all(problems.stream().map(ToldProblem::assetId).filter(Objects::nonNull).toList());
    return new NoticePage(
        item,
        Objects.requireNonNull(tickets.find(id)).state().code(),
        notice.sourceSeq(),
        notice.answer(),
        notice.paperId(),
        notice.sentBy(),
        notice.sentVia(),
        notice.receiptAt(),
        notice.receipt(),
        problems.stream().map(one -> new ProblemItem(one, name(one, matched))).toList(),
        rows.steps(id));
  }

  private static @Nullable String name(ToldProblem problem, List<Asset> assets) {
    return assets.stream()
        .filter(asset -> asset.id().equals(problem.assetId()))
        .map(Asset::name)
        .findFirst()
        .orElse(null);
  }

  private Listing listing() {
    return new Listing(
        jdbc,
        """
        x.*, t.number, t.title,
        (select count(*) from external_problem p where p.ticket_id = x.ticket_id) as problems,
        (select count(*) from external_problem p where p.ticket_id = x.ticket_id
          and p.state in ('open', 'fixed')) as open_problems\
        """,
        "external_notice x join ticket t on t.id = x.ticket_id",
        "(x.sent_at is not null), x.answer_due, x.ticket_id");
  }

  private NoticeItem item(ResultSet row, int number) throws SQLException {
    Notice notice = NoticeRows.row(row, number);
    return new NoticeItem(
        notice.ticketId(),
        Sql.text(row, "number"),
        Sql.text(row, "title"),
        notice.clientId(),
        notice.contractId(),
        notice.issuer(),
        notice.issuerKind(),
        notice.documentNumber(),
        notice.receivedAt(),
        notice.answerDue(),
        notice.state(),
        Keeping.of(notice.answerDue(), notice.sentAt(), clock.instant()),
        row.getInt("problems"),
        row.getInt("open_problems"),
        notice.sentAt());
  }
}
