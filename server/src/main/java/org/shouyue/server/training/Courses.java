package org.shouyue.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.page.Listing;
import org.shouyue.server.page.Page;
import org.shouyue.server.page.PageRequest;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The courses of the clients in scope and their materials. Callers bring the transaction.
@Repository
class Courses {
  private static final String COLUMNS =
      """
      t.*, c.name as client_name,
      (select count(*) from training_question q
        where q.course_id = t.id and q.retired_at is null) as questions,
      (select count(*) from training_material m where m.course_id = t.id) as materials\
      """;
  private static final String TABLES = "training_course t join client c on c.id = t.client_id";

  private final JdbcClient jdbc;

  Courses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A file of a course.
  ///
  /// @param evidenceSeq its place in the client's own chain
  record Material(String name, int version, long evidenceSeq, Instant addedAt, String addedBy) {}

  Optional<Course> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from " + TABLES + " where t.id = :id")
        .param("id", id)
        .query(Courses::course)
        .optional();
  }

  Page<Course> page(@Nullable UUID client, @Nullable String topic, PageRequest request) {
    return new Listing(jdbc, COLUMNS, TABLES, "t.name, t.id")
        .where("t.client_id = :client", "client", client)
        .where("t.topic = :topic", "topic", topic)
        .search("t.name", "t.syllabus")
        .sort("name", "t.name")
        .sort("createdAt", "t.created_at")
        .page(request, Courses::course);
  }

  void add(Course one, Instant now, String by) {
    jdbc.sql(
            """
            insert into training_course (id, client_id, topic, name, syllabus, drawn, pass_mark,
              attempts, created_at, created_by)
            values (:id, :client, :topic, :name, :syllabus, :drawn, :mark, :attempts, :now, :by)\
            """)
        .param("id", one.id())
        .param("client", one.clientId())
        .param("topic", one.topic().code())
        .param("name", one.name())
        .param("syllabus", one.syllabus())
        .param("drawn", one.drawn())
        .param("mark", one.passMark())
        .param("attempts", one.attempts())
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  /// Gives a course another syllabus and other rules; its topic stays.
  void change(Course one) {
    jdbc.sql(
            """
            update training_course set name = :name, syllabus = :syllabus, drawn = :drawn,
              pass_mark = :mark, attempts = :attempts where id = :id\
            """)
        .param("id", one.id())
        .param("name", one.name())
        .param("syllabus", one.syllabus())
        .param("drawn", one.drawn())
        .param("mark", one.passMark())
        .param("attempts", one.attempts())
        .update();
  }

  List<Material> materials(UUID course) {
    return jdbc.sql(
            "select * from training_material where course_id = :course order by name, version desc")
        .param("course", course)
        .query((row, _) ->
            new Material(
                Sql.text(row, "name"),
                row.getInt("version"),
                row.getLong("evidence_seq"),
                Sql.instant(row, "added_at"),
                Sql.text(row, "added_by")))
        .list();
  }

  void addMaterial(Course course, String name, long evidenceSeq, Instant now, String by) {
    jdbc.sql(
            """
            insert into training_material (course_id, name, version, client_id, evidence_seq,
              added_at, added_by)
            select :course, :name, 1 + coalesce(max(version), 0), :client, :seq, :now, :by
            from training_material where course_id = :course and name = :name\
            """)
        .param("course", course.id())
        .param("name", name)
        .param("client", course.clientId())
        .param("seq", evidenceSeq)
        .param("now", Sql.at(now))
        .param("by", by)
        .update();
  }

  private static Course course(ResultSet row, int number) throws SQLException {
    return new Course(
        Sql.uuid(row, "id"),
        Sql.uuid(row, "client_id"),
        Sql.text(row, "client_name"),
        Course.Topic.of(Sql.text(row, "topic")),
        Sql.text(row, "name"),
        Sql.text(row, "syllabus"),
        row.getInt("drawn"),
        row.getInt("pass_mark"),
        row.getInt("attempts"),
        row.getInt("questions"),
        row.getInt("materials"),
        Sql.instant(row, "created_at"));
  }
}
