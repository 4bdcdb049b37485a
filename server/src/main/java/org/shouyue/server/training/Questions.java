package org.shouyue.server.training;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The question banks, and how each question was answered so far. Callers bring the transaction.
@Repository
class Questions {
  private static final String COLUMNS =
      """
      q.*,
      (select count(*) from training_answer a
        where a.question_id = q.id and a.correct is not null) as asked,
      (select count(*) from training_answer a where a.question_id = q.id and a.correct) as known\
      """;

  private final JdbcClient jdbc;

  Questions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A question as it is kept.
  ///
  /// @param asked how often it was answered
  /// @param known how often rightly
  record Kept(UUID id, Question question, int asked, int known) {}

  Page<Kept> page(UUID course, PageRequest request) {
    return new Listing(jdbc, COLUMNS, "training_question q", "q.asks, q.id")
        .where("q.retired_at is null")
        .where("q.course_id = :course", "course", course)
        .search("q.asks")
        .sort("asks", "q.asks")
        .page(request, Questions::kept);
  }

  void add(Course course, List<Question> questions) {
    for (Question one : questions) {
      jdbc.sql(
              """
              insert into training_question (id, client_id, course_id, kind, asks, options, answers)
              values (:id, :client, :course, :kind, :asks, :options, :answers)\
              """)
          .param("id", UUID.randomUUID())
          .param("client", course.clientId())
          .param("course", course.id())
          .param("kind", one.kind().code())
          .param("asks", one.asks())
          .param("options", one.options().toArray(String[]::new))
          .param("answers", one.answers().toArray(Integer[]::new))
          .update();
    }
  }

  /// Takes a question out of the bank; what it was answered stays. False when there is none.
  boolean retire(UUID id, Instant now) {
    return jdbc.sql(
                "update training_question set retired_at = :now where id = :id and retired_at is null")
            .param("id", id)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /// Some questions of a bank, drawn by chance.
  List<Kept> draw(UUID course, int count) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from training_question q where q.course_id = :course and q.retired_at is null
                order by random() limit :count\
                """)
        .param("course", course)
        .param("count", count)
        .query(Questions::kept)
        .list();
  }

  /// The questions of an attempt, in its order.
  List<Kept> of(UUID attempt) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """
                 from training_answer a0 join training_question q on q.id = a0.question_id
                where a0.attempt_id = :attempt order by a0.position\
                """)
        .param("attempt", attempt)
        .query(Questions::kept)
        .list();
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    Array answers = row.getArray("answers");
    return new Kept(
        Sql.uuid(row, "id"),
        new Question(
            Question.Kind.of(Sql.text(row, "kind")),
            Sql.text(row, "asks"),
            Sql.texts(row, "options"),
            List.of((Integer[]) answers.getArray())),
        row.getInt("asked"),
        row.getInt("known"));
  }
}
