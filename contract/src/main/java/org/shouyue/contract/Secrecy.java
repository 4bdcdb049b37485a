package org.shouyue.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// How long secrets must be kept (保密期限).
///
/// @param term an ISO 8601 period, `P5Y`, or `unlimited`; null when the text names none
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Secrecy(@Nullable String term, @Nullable Lines lines) {

  /// For ever, or until the secret is public.
  public static final String UNLIMITED = "unlimited";
}
