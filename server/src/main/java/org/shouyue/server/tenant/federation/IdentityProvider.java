package org.shouyue.server.tenant.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouyue.server.tenant.federation.FederationRefused.Kind;

/// One OpenID Connect provider. What it can do is discovered when somebody first signs in by it, so
/// that a provider which is down does not keep the server from starting; its keys are fetched again
/// when it signs with one not seen yet. Safe for use by several threads.
public final class IdentityProvider {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LARGEST_BYTES = 256 << 10;

  /// Asymmetric ones only: whoever can verify must not be able to sign.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      JWSAlgorithm.Family.SIGNATURE.stream().collect(Collectors.toUnmodifiableSet());

  private final Client client;
  private volatile @Nullable Discovered discovered;

  public IdentityProvider(Client client) {
    this.client = client;
  }

  /// As what this server is known to the provider.
  public record Client(URI issuer, String id, String secret, List<String> scopes) {
    public Client {
      scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
      return "Client[" + id + " at " + issuer + "]";
    }
  }

  /// A sign-in that has begun: kept by the server until the browser comes back.
  public record Begun(String state, String nonce, String verifier) {}

  /// Where the browser goes, and what is kept meanwhile.
  public record Departure(URI to, Begun begun) {}

  private record Discovered(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  /// Begins a sign-in.
  ///
  /// @throws FederationRefused when the provider does not answer
  public Departure begin(URI back) {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI to =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(client.scopes().toArray(String[]::new)),
                new ClientID(client.id()),
                back)
            .endpointURI(discovered().metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Departure(to, new Begun(state.getValue(), nonce.getValue(), verifier.getValue()));
  }

  /// Finishes it: who came back, as the provider says.
  ///
  /// @param returned the address that the browser came back to, with its query
  /// @param back the same without
  /// @throws FederationRefused when that is not proven
  public Identity finish(Begun begun, URI returned, URI back) {
    try {
      AuthorizationCode code = code(begun, returned);
      OIDCTokenResponse tokens = tokens(code, begun, back);
      JWT token = tokens.getOIDCTokens().getIDToken();
      IDTokenClaimsSet claims = discovered().validator().validate(token, new Nonce(begun.nonce()));
      Map<String, Object> all =
          new LinkedHashMap<>(
              userInfo(tokens.getOIDCTokens().getAccessToken(), claims.getSubject().getValue()));
      all.putAll(claims.toJSONObject());
      all.values().removeIf(Objects::isNull);
      return new Identity(claims.getSubject().getValue(), all);
    } catch (BadJOSEException | JOSEException e) {
      throw new FederationRefused(Kind.NOT_PROVEN, "the ID token is refused", e);
    } catch (ParseException e) {
      throw new FederationRefused(Kind.UNAVAILABLE, "the provider's answer cannot be read", e);
    } catch (IOException e) {
      throw new FederationRefused(Kind.UNAVAILABLE, "the provider does not answer", e);
    }
  }

  /// Where somebody ends their session at the provider as well; null when it offers nothing.
  public @Nullable URI endOfSession() {
    return discovered().metadata().getEndSessionEndpointURI();
  }

  private AuthorizationCode code(Begun begun, URI returned) throws ParseException {
    AuthenticationResponse response = AuthenticationResponseParser.parse(returned);
    if (!new State(begun.state()).equals(response.getState())) {
      throw new FederationRefused(Kind.NOT_PROVEN, "the state is not ours");
    }
    // RFC 9207: another provider's answer must not be taken for this one's.
    if (response.getIssuer() != null
        && !response.getIssuer().getValue().equals(client.issuer().toString())) {
      throw new FederationRefused(Kind.NOT_PROVEN, "the answer is another provider's");
    }
    if (!response.indicatesSuccess()) {
      throw new FederationRefused(
          Kind.DENIED, "the provider refused: " + response.toErrorResponse().getErrorObject());
    }
    AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
    if (code == null) {
      throw new FederationRefused(Kind.NOT_PROVEN, "the answer has no code");
    }
    return code;
  }

  private OIDCTokenResponse tokens(AuthorizationCode code, Begun begun, URI back)
      throws ParseException, IOException {
    TokenRequest request =
        new TokenRequest.Builder(
                discovered().metadata().getTokenEndpointURI(),
                new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret())),
                new AuthorizationCodeGrant(code, back, new CodeVerifier(begun.verifier())))
            .build();
    TokenResponse response = OIDCTokenResponseParser.parse(limited(request.toHTTPRequest()).send());
    if (!response.indicatesSuccess()) {
      throw new FederationRefused(
          Kind.DENIED,
          "the provider gives no token: " + response.toErrorResponse().getErrorObject());
    }
    return (OIDCTokenResponse) response.toSuccessResponse();
  }

  /// What the provider tells about the person besides the token; nothing where it does not.
  private Map<String, Object> userInfo(AccessToken token, String subject)
      throws ParseException, IOException {
    URI endpoint = discovered().metadata().getUserInfoEndpointURI();
    if (endpoint == null) {
      return Map.of();
    }
    UserInfoResponse response =
        UserInfoResponse.parse(
            limited(new UserInfoRequest(endpoint, token).toHTTPRequest()).send());
    if (!response.indicatesSuccess()) {
      return Map.of();
    }
    var told = response.toSuccessResponse().getUserInfo();
    // OpenID Connect Core §5.3.2: else it may be about somebody else.
    if (told == null || !told.getSubject().getValue().equals(subject)) {
      return Map.of();
    }
    return told.toJSONObject();
  }

  private Discovered discovered() {
    Discovered known = discovered;
    if (known == null) {
      known = discover();
      discovered = known;
    }
    return known;
  }

  private Discovered discover() {
    Issuer issuer = new Issuer(client.issuer());
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES))
              .build();
      return new Discovered(
          metadata,
          new IDTokenValidator(
              issuer,
              new ClientID(client.id()),
              new JWSVerificationKeySelector<>(ALGORITHMS, keys),
              null));
    } catch (GeneralException | IOException e) {
      throw new FederationRefused(
          Kind.UNAVAILABLE, "the identity provider cannot be discovered at " + issuer, e);
    }
  }

  private static HTTPRequest limited(HTTPRequest request) {
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    request.setFollowRedirects(false);
    return request;
  }
}
