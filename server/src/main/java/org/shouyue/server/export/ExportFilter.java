package org.shouyue.server.export;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.shouyue.server.problem.Problem;
import org.shouyue.server.problem.ProblemWriter;
import org.shouyue.server.tenant.Caller;
import org.shouyue.server.tenant.TenantScope;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Two things that no handler can go round. A list that leaves as a file is read in the scope of
/// only those clients who let it go, so that the database shows no row of any other. And an answer
/// that carries a file without having passed the gate is refused.
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 100) // behind the one that finds out who is asking
final class ExportFilter extends OncePerRequestFilter {
  private static final String LEFT_OUT = "Shouyue-Left-Out";

  /// A file that holds every client's chain, written as a stream.
  private static final String ALL_CHAINS = "/api/audit/export";

  private final ExportPermits permits;
  private final ProblemWriter problems;

  ExportFilter(ExportPermits permits, ProblemWriter problems) {
    this.permits = permits;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    UnderWay way = UnderWay.of(request);
    Set<UUID> scope = TenantScope.visible();
    if (isList(request) && Caller.ifPresent().isPresent()) {
      try {
        scope = permits.narrow(Caller.current(), way, scope);
      } catch (Problem refused) {
        problems.write(refused, response);
        return;
      }
      if (way.leftOut() > 0) {
        response.setHeader(LEFT_OUT, Integer.toString(way.leftOut()));
      }
    }
    run(way, TenantScope.of(scope), request, new Guarded(response, way), chain);
  }

  private static void run(
      UnderWay way,
      TenantScope scope,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      boolean _ =
          way.call(() ->
              scope.call(() -> {
                chain.doFilter(request, response);
                return true;
              }));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private static boolean isList(HttpServletRequest request) {
    if (!UnderWay.isReading(request)) {
      return false;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return "csv".equals(request.getParameter("format"))
        || (accept != null && accept.contains("text/csv"))
        || request.getRequestURI().equals(ALL_CHAINS);
  }

  /// An answer that carries no file which did not pass the gate.
  private static final class Guarded extends HttpServletResponseWrapper {
    /// What Spring adds to answers whose path ends like a file's: it names no file of ours.
    private static final String NOT_OURS = "inline;filename=f.txt";

    private final UnderWay way;

    Guarded(HttpServletResponse response, UnderWay way) {
      super(response);
      this.way = way;
    }

    @Override
    public void setHeader(String name, String value) {
      check(name, value);
      super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
      check(name, value);
      super.addHeader(name, value);
    }

    private void check(String name, String value) {
      if (name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION)
          && !way.hasPassed()
          && !NOT_OURS.equals(value)) {
        throw new IllegalStateException(
            "a file leaves by " + way.path() + " without passing the export gate");
      }
    }
  }
}
