package org.shouyue.server.problem;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/// Writes a problem for a request that the container refuses before it belongs to any application,
/// as when its first line is malformed. Made by the container, by name.
public final class ContainerReport extends ErrorReportValve {
  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    HttpStatus known = HttpStatus.resolve(status);
    String reason = known == null ? "refused" : known.getReasonPhrase();
    String code = reason.toLowerCase(Locale.ROOT).replace(' ', '-');
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response
          .getReporter()
          .write(
              """
              {"type":"urn:shouyue:problem:%s","title":"%s","status":%d,"code":"%s","errors":[]}\
              """
                  .formatted(code, reason, status, code));
      response.finishResponse();
    } catch (IOException _) {
      // The other side is gone; there is nobody to tell.
    }
  }
}
