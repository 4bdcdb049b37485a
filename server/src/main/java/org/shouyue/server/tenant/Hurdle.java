package org.shouyue.server.tenant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.shouyue.server.problem.Problem;
import org.springframework.http.HttpStatus;

/// What somebody who is signed in must do before anything else.
enum Hurdle {
  /// The pages were locked: the password again.
  LOCKED("session-locked", "页面已锁定，请输入密码解锁。"),
  /// The password was given by somebody else or is too old.
  PASSWORD("password-change-required", "请先修改密码，再继续使用。"),
  /// The policy asks for a second factor and there is none.
  SECOND_FACTOR("second-factor-required", "请先启用两步验证或登记通行密钥，再继续使用。");

  private final String problem;
  private final String told;

  Hurdle(String problem, String told) {
    this.problem = problem;
    this.told = told;
  }

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Problem refusal() {
    return Problem.of(HttpStatus.FORBIDDEN, problem, told);
  }
}
