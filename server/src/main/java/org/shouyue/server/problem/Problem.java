package org.shouyue.server.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// An answer other than success: thrown anywhere in a request, sent as `application/problem+json`.
///
/// The code is for programs (`ambiguities-open`), the message for people.
public final class Problem extends RuntimeException {
  private final transient HttpStatus status;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> more = new LinkedHashMap<>();
  private transient @Nullable Duration retryAfter;

  private Problem(HttpStatus status, String code, String message, List<FieldError> errors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /// A problem with any status.
  public static Problem of(HttpStatus status, String code, String message) {
    return new Problem(status, code, message, List.of());
  }

  /// 400: the request's fields are wrong in these ways.
  public static Problem invalid(List<FieldError> errors) {
    String message =
        errors.isEmpty()
            ? "the request is not valid"
            : errors.getFirst().field() + " " + errors.getFirst().message();
    return new Problem(HttpStatus.BAD_REQUEST, "invalid", message, errors);
  }

  /// 400: one field is wrong.
  public static Problem invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /// 404: there is no such thing, or it belongs to a client that the caller may not see.
  public static Problem notFound(String what, Object id) {
    return of(HttpStatus.NOT_FOUND, "not-found", "no " + what + " " + id);
  }

  /// 409: the thing's present state forbids it.
  public static Problem conflict(String code, String message) {
    return of(HttpStatus.CONFLICT, code, message);
  }

  /// 403: the caller may not do this.
  public static Problem forbidden(String message) {
    return of(HttpStatus.FORBIDDEN, "forbidden", message);
  }

  /// 401: the caller is not, or not completely, signed in.
  public static Problem unauthorised(String code, String message) {
    return of(HttpStatus.UNAUTHORIZED, code, message);
  }

  /// Adds a member to the answer.
  public Problem with(String member, Object value) {
    more.put(member, value);
    return this;
  }

  /// Tells the caller when to come again.
  public Problem retryAfter(Duration duration) {
    this.retryAfter = duration;
    return this;
  }

  public String code() {
    return code;
  }

  public HttpStatus status() {
    return status;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  ProblemDetail detail() {
    ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, String.valueOf(getMessage()));
    detail.setType(ProblemHandler.type(code));
    detail.setProperty("code", code);
    detail.setProperty("errors", errors);
    more.forEach(detail::setProperty);
    return detail;
  }
}
