package org.shouyue.server.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Turns whatever was thrown while a request was handled into a problem document.
@RestControllerAdvice
final class ProblemHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  static URI type(String code) {
    return URI.create("urn:shouyue:problem:" + code);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> problem(Problem problem) {
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> duplicate(DuplicateKeyException e) {
    return answer(Problem.conflict("already-there", "something with the same name is there"));
  }

  @ExceptionHandler({
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(RuntimeException e) {
    LOG.warn("the database does not answer", e);
    return answer(
        Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "the database does not answer at present; nothing was changed")
            .retryAfter(java.time.Duration.ofSeconds(5)));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> wrongArgument(MethodArgumentTypeMismatchException e) {
    Class<?> required = e.getRequiredType();
    return answer(
        Problem.invalid(
            e.getName(),
            "must be a "
                + (required == null ? "different value" : plain(required.getSimpleName()))));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notAForm(MultipartException e) {
    return answer(
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "unreadable",
            "the request must be a form (multipart/form-data)"));
  }

  /// The last resort. A caller that went away before its answer was written is told nothing: null.
  @ExceptionHandler
  @Nullable ResponseEntity<ProblemDetail> unexpected(Exception e) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      LOG.debug("the caller went away before the answer was written", e);
      return null;
    }
    String reference = UUID.randomUUID().toString();
    LOG.error("unexpected, reference {}", reference, e);
    return answer(
        Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                "something went wrong in the server; the log has it under the reference")
            .with("reference", reference));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return widen(answer(unreadable(e)));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return widen(answer(Problem.invalid(String.valueOf(e.getPropertyName()), "is malformed")));
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      return null;
    }
    String code =
        status instanceof HttpStatus named
            ? named.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : "http-" + status.value();
    ProblemDetail detail =
        body instanceof ProblemDetail given ? given : ProblemDetail.forStatus(status);
    detail.setType(type(code));
    detail.setProperty("code", code);
    detail.setProperty("errors", List.of());
    return ResponseEntity.status(status)
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  private static Problem unreadable(HttpMessageNotReadableException e) {
    if (!(e.getCause() instanceof JacksonException json)) {
      return Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "the body is missing or unreadable");
    }
    Throwable root = json.getCause();
    if (root instanceof Problem problem) {
      return problem;
    }
    if (root instanceof IllegalArgumentException && root.getMessage() != null) {
      return Problem.invalid(field(json), root.getMessage());
    }
    return switch (json) {
      case UnrecognizedPropertyException unknown ->
          Problem.invalid(
              field(unknown),
              "is not known; known are " + Objects.requireNonNull(unknown.getKnownPropertyIds()));
      case MismatchedInputException mismatch ->
          Problem.invalid(field(mismatch), "must be " + expected(mismatch));
      default ->
          Problem.of(
              HttpStatus.BAD_REQUEST, "unreadable", "not JSON: " + json.getOriginalMessage());
    };
  }

  private static String expected(MismatchedInputException mismatch) {
    Class<?> type = mismatch.getTargetType();
    if (type == null) {
      return "something else";
    }
    return type.isEnum()
        ? "one of " + List.of(type.getEnumConstants())
        : "a " + plain(type.getSimpleName());
  }

  private static String plain(String typeName) {
    return switch (typeName) {
      case "int", "long", "Integer", "Long" -> "whole number";
      case "BigDecimal", "double", "Double" -> "number";
      case "boolean", "Boolean" -> "true or false";
      case "LocalDate" -> "date as 2026-01-31";
      case "Instant" -> "time as 2026-01-31T08:00:00Z";
      case "ArrayList", "List", "Set" -> "list";
      default -> typeName;
    };
  }

  private static String field(JacksonException mismatch) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference part : mismatch.getPath()) {
      if (part.getPropertyName() == null) {
        path.append('[').append(part.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part.getPropertyName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static ResponseEntity<ProblemDetail> answer(Problem problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
    }
    return answer.body(problem.detail());
  }

  private static ResponseEntity<Object> widen(ResponseEntity<ProblemDetail> answer) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .body(answer.getBody());
  }
}
