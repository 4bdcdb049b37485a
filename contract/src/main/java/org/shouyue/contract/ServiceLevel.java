package org.shouyue.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Limits on how fast people act, or how available a system stays (服务级别).
///
/// @param subject what it applies to, in the contract's words: 网站故障, 安全事件
/// @param severity the grade it applies to as printed (一级, 重大); null for every grade
/// @param respond until somebody acts on it; null when not promised
/// @param onSite until somebody is at the place; null when not promised
/// @param resolve until it works again or a solution is given; null when not promised
/// @param calendar which time the clocks count
/// @param target share of the time that must be kept, as a fraction (`0.999`); null for time limits
/// @param feedback until the client is told what was found (4小时内向甲方进行反馈); null when not promised
/// @param forewarn whether the client must be told before `resolve` is missed (如无法处理完成提前告知用户)
public record ServiceLevel(
    String subject,
    @Nullable String severity,
    @Nullable Duration respond,
    @Nullable Duration onSite,
    @Nullable Duration resolve,
    CountedTime calendar,
    @Nullable BigDecimal target,
    @Nullable Lines lines,
    @Nullable Duration feedback,
    boolean forewarn) {

  /// One of the times that a level limits.
  public enum Limit {
    RESPOND,
    ON_SITE,
    RESOLVE,
    FEEDBACK;

    /// The written code, `on-site`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads the written code.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Limit of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// A level that promises neither to report to the client nor to warn it.
  public ServiceLevel(
      String subject,
      @Nullable String severity,
      @Nullable Duration respond,
      @Nullable Duration onSite,
      @Nullable Duration resolve,
      CountedTime calendar,
      @Nullable BigDecimal target,
      @Nullable Lines lines) {
    this(subject, severity, respond, onSite, resolve, calendar, target, lines, null, false);
  }

  /// The limit for an answer of its own. A limit whose words say that the client is told (4小时内反馈)
  /// is kept as `respond` too, for readers that know nothing else, but is no second promise.
  public @Nullable Duration ownRespond() {
    return respond != null && respond.equals(feedback) ? null : respond;
  }
}
