package org.shouyue.server.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what the servlet container refused before any handler of ours saw it.
@Controller
@Hidden
final class ContainerErrors implements ErrorController {
  private final ProblemWriter problems;

  ContainerErrors(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    @Nullable Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    HttpStatus known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    problems.write(
        Problem.of(
            known,
            known.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            known.getReasonPhrase().toLowerCase(Locale.ROOT)),
        response);
  }
}
