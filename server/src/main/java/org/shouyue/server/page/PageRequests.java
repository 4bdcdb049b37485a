package org.shouyue.server.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.problem.Checks;
import org.shouyue.server.problem.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads a [PageRequest] from a request's parameters.
final class PageRequests implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    int page = number(request, "page", 0);
    int size = number(request, "size", PageRequest.USUAL);
    new Checks()
        .that(page >= 0 && page < 10_000_000, "page", "must be 0 or more")
        .that(
            size >= 1 && size <= PageRequest.LARGEST,
            "size",
            "must be between 1 and " + PageRequest.LARGEST)
        .done();
    String sort = request.getParameter("sort");
    String q = request.getParameter("q");
    return "csv".equals(request.getParameter("format"))
        ? new PageRequest(0, PageRequest.EXPORT, sort, q)
        : new PageRequest(page, size, sort, q);
  }

  private static int number(NativeWebRequest request, String name, int usual) {
    String value = request.getParameter(name);
    if (value == null || value.isBlank()) {
      return usual;
    }
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException _) {
      throw Problem.invalid(name, "must be a whole number, not " + value);
    }
  }

  /// The parameters as the description of the API tells them.
  static final Map<String, String> DESCRIBED =
      Map.of(
          "page", "page number, from 0",
          "size", "items a page, at most " + PageRequest.LARGEST,
          "sort", "field to sort by, with ,desc for the other way round",
          "q", "words to look for",
          "format", "json, or csv for an export of the whole list");
}
