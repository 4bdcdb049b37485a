package org.shouyue.server.tenant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.shouyue.server.problem.Problem;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request through to its handler when the handler's annotation allows the caller's role.
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
    }
    return true;
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
