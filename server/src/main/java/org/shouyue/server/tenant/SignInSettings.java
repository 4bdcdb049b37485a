package org.shouyue.server.tenant;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// How people sign in, as the server was started.
///
/// @param publicUrl where browsers reach the server, as `https://shouyue.example.cn`; passkeys and
///   the identity provider need it. `http://localhost:<port>` when not given
/// @param administrators `single` (also when not given): the provider's manager administers as
///   well; `separated`: system, security and audit administrators are three people (三员分立)
/// @param oidc the organisation's identity provider; null for none
@ConfigurationProperties("shouyue")
record SignInSettings(
    @Nullable URI publicUrl, @Nullable String administrators, @Nullable Oidc oidc) {

  /// An OpenID Connect provider.
  ///
  /// @param issuer its address; what it can do is read from below it
  /// @param name what the sign-in page calls it
  /// @param scopes asked for; `openid profile email` when not given
  /// @param match the claim that names a person: `email` (also when not given; counts only when the
  ///   provider has verified it), `preferred_username`, or any other, which is compared with the
  ///   subject entered for the person
  /// @param create whether somebody unknown gets an account: a role code such as `client-reader`;
  ///   null for never
  record Oidc(
      @Nullable URI issuer,
      @Nullable String clientId,
      @Nullable String clientSecret,
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable String match,
      @Nullable String create) {}
}
