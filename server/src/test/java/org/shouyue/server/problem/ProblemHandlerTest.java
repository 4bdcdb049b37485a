package org.shouyue.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// What becomes of exceptions that nobody expected.
class ProblemHandlerTest {
  private final ProblemHandler handler = new ProblemHandler();

  @Test
  void leavesACallerAloneThatWentAway() {
    IOException gone = new IOException("Broken pipe");

    assertThat(handler.unexpected(gone)).isNull();
    assertThat(handler.unexpected(new ClientAbortException(gone))).isNull();
    assertThat(handler.unexpected(new AsyncRequestNotUsableException("gone", gone))).isNull();
    assertThat(handler.unexpected(new IllegalStateException("while writing", gone))).isNull();
  }

  @Test
  void answersWhatElseGoesWrongWithAReference() {
    var answer = handler.unexpected(new IOException("disk is full"));

    assertThat(answer).isNotNull();
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(answer.getBody()).isNotNull();
    assertThat(answer.getBody().getProperties()).containsKey("reference");
  }
}
