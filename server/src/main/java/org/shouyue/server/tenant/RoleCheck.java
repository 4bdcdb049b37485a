package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request through to its handler when the handler's annotation allows the caller's role,
/// nothing else must be done first, and the caller is a person where it must be one.
final class RoleCheck implements HandlerInterceptor {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && !isOpen(method)) {
      Optional<Caller> caller = Caller.ifPresent();
      if (caller.isEmpty()) {
        throw Problem.unauthorised("not-signed-in", "sign in first");
      }
      if (!allowed(method, caller.get().role())) {
        throw Problem.forbidden("not allowed to a " + caller.get().role().code());
      }
      Session session = SessionFilter.of(request);
      if (session != null) {
        refuseAtHurdles(method, session);
      }
    }
    return true;
  }

  private static void refuseAtHurdles(HandlerMethod method, Session session) {
    InPerson inPerson = method.getMethodAnnotation(InPerson.class);
    if (inPerson != null && session.token() != null) {
      throw Problem.of(HttpStatus.FORBIDDEN, "in-person", "这一操作须本人登录后进行，不接受 API 令牌。");
    }
    Hurdle hurdle = session.hurdle();
    if (hurdle != null
        && (inPerson == null || !Arrays.asList(inPerson.despite()).contains(hurdle))) {
      throw hurdle.refusal();
    }
  }

  private static boolean isOpen(HandlerMethod method) {
    return method.hasMethodAnnotation(AllowedToAll.class)
        || method.getBeanType().getName().startsWith("org.springdoc.")
        || org.springframework.boot.webmvc.error.ErrorController.class.isAssignableFrom(
            method.getBeanType());
  }

  private static boolean allowed(HandlerMethod method, Role role) {
    AllowedTo allowed = method.getMethodAnnotation(AllowedTo.class);
    return allowed == null
        ? method.hasMethodAnnotation(AllowedToSignedIn.class)
        : Arrays.asList(allowed.value()).contains(role);
  }
}
