package org.shouyue.server.training;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.sql.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lets a participant answer questions drawn from the bank, as often as the course allows.
@Service
class Quiz {
  private final JdbcClient jdbc;
  private final Questions questions;
  private final InstantSource clock;

  Quiz(JdbcClient jdbc, Questions questions, InstantSource clock) {
    this.jdbc = jdbc;
    this.questions = questions;
    this.clock = clock;
  }

  /// A question as it is asked: without its answer.
  record Asked(UUID id, Question.Kind kind, String asks, List<String> options) {}

  /// How an attempt went.
  ///
  /// @param mark right answers in per cent, rounded down
  /// @param left how many attempts remain
  record Result(int mark, boolean passed, int left) {}

  /// Begins an attempt, or goes on with the one that is open.
  ///
  /// @throws Problem 409 when the course has no quiz, it is passed already, or no attempt is left
  @Transactional
  List<Asked> begin(Course course, Participant who, UUID client) {
    UUID open = open(who.id());
    if (open == null) {
      check(course, who);
      open = UUID.randomUUID();
      start(open, who, client, clock.instant());
      int position = 0;
      for (Questions.Kept drawn : questions.draw(course.id(), course.drawn())) {
        ask(open, drawn.id(), client, position++);
      }
    }
    return questions.of(open).stream()
        .map(kept ->
            new Asked(
                kept.id(),
                kept.question().kind(),
                kept.question().asks(),
                kept.question().options()))
        .toList();
  }

  /// Takes the answers to the open attempt; what is not answered is wrong.
  @Transactional
  Result finish(Course course, Participant who, Map<UUID, List<Integer>> chosen) {
    UUID attempt = open(who.id());
    if (attempt == null) {
      throw Problem.conflict("no-open-quiz", "没有进行中的测验，请先开始答题");
    }
    List<Questions.Kept> asked = questions.of(attempt);
    int right = 0;
    for (Questions.Kept kept : asked) {
      List<Integer> answer = chosen.getOrDefault(kept.id(), List.of());
      boolean correct = kept.question().isRight(answer);
      right += correct ? 1 : 0;
      note(attempt, kept.id(), answer, correct);
    }
    int mark = asked.isEmpty() ? 0 : right * 100 / asked.size();
    boolean passed = mark >= course.passMark();
    close(attempt, mark, passed);
    return new Result(mark, passed, course.attempts() - taken(who.id()));
  }

  private void check(Course course, Participant who) {
    if (course.drawn() == 0 || course.questions() == 0) {
      throw Problem.conflict("no-quiz", "这门课程没有测验");
    }
    if (who.passed()) {
      throw Problem.conflict("already-passed", "您已经通过测验");
    }
    if (taken(who.id()) >= course.attempts()) {
      throw Problem.conflict("no-attempt-left", "答题次数已用完，请联系培训讲师");
    }
  }

  private @Nullable UUID open(UUID participant) {
    return jdbc.sql(
            """
            select id from training_attempt
            where participant_id = :participant and finished_at is null for update\
            """)
        .param("participant", participant)
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private int taken(UUID participant) {
    return jdbc.sql("select count(*) from training_attempt where participant_id = :participant")
        .param("participant", participant)
        .query(Integer.class)
        .single();
  }

  private void start(UUID id, Participant who, UUID client, Instant now) {
    jdbc.sql(
            """
            insert into training_attempt (id, client_id, session_id, participant_id, n, started_at)
            select :id, :client, :session, :participant, 1 + count(*), :now
            from training_attempt where participant_id = :participant\
            """)
        .param("id", id)
        .param("client", client)
        .param("session", who.sessionId())
        .param("participant", who.id())
        .param("now", Sql.at(now))
        .update();
  }

  private void ask(UUID attempt, UUID question, UUID client, int position) {
    jdbc.sql(
            """
            insert into training_answer (attempt_id, question_id, client_id, position)
            values (:attempt, :question, :client, :position)\
            """)
        .param("attempt", attempt)
        .param("question", question)
        .param("client", client)
        .param("position", position)
        .update();
  }

  private void note(UUID attempt, UUID question, List<Integer> chosen, boolean correct) {
    jdbc.sql(
            """
            update training_answer set chosen = :chosen, correct = :correct
            where attempt_id = :attempt and question_id = :question\
            """)
        .param("attempt", attempt)
        .param("question", question)
        .param("chosen", chosen.toArray(Integer[]::new))
        .param("correct", correct)
        .update();
  }

  private void close(UUID attempt, int mark, boolean passed) {
    jdbc.sql(
            """
            update training_attempt set finished_at = :now, mark = :mark, passed = :passed
            where id = :id\
            """)
        .param("id", attempt)
        .param("now", Sql.at(clock.instant()))
        .param("mark", mark)
        .param("passed", passed)
        .update();
  }
}
