package org.shouyue.server.tenant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// An OpenID Connect provider on loopback: discovery, keys, code with PKCE, signed ID tokens. It
/// checks what it is sent as a provider must, and cheats when told to.
final class TestProvider implements AutoCloseable {
  static final String CLIENT = "shouyue";
  static final String SECRET = "a-secret-that-only-the-two-know";

  /// What may be wrong with a token.
  enum Cheat {
    NONCE,
    AUDIENCE,
    ISSUER,
    EXPIRED,
    SIGNATURE,
    UNSIGNED,
    SYMMETRIC
  }

  private record Granted(String nonce, CodeChallenge challenge, URI back) {}

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey stranger;
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();
  private volatile Map<String, Object> claims = Map.of("sub", "nobody");
  private volatile Cheat cheat;

  TestProvider() {
    try {
      key = new RSAKeyGenerator(2048).keyID("k").generate();
      stranger = new RSAKeyGenerator(2048).keyID("k").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", this::discovery);
    server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void says(Map<String, Object> told) {
    claims = told;
  }

  void cheats(Cheat how) {
    cheat = how;
  }

  /// What the provider does when the browser arrives and the person agrees: where it sends them.
  URI authorise(URI arrived) {
    try {
      AuthenticationRequest request = AuthenticationRequest.parse(arrived);
      if (!request.getClientID().getValue().equals(CLIENT)) {
        throw new AssertionError("not our client");
      }
      AuthorizationCode code = new AuthorizationCode();
      codes.put(
          code.getValue(),
          new Granted(
              request.getNonce().getValue(),
              request.getCodeChallenge(),
              request.getRedirectionURI()));
      return new AuthorizationSuccessResponse(
              request.getRedirectionURI(), code, null, request.getState(), null)
          .toURI();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private void discovery(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "issuer",
                    issuer(),
                    "authorization_endpoint",
                    issuer() + "/authorise",
                    "token_endpoint",
                    issuer() + "/token",
                    "jwks_uri",
                    issuer() + "/keys",
                    "response_types_supported",
                    new String[] {"code"},
                    "subject_types_supported",
                    new String[] {"public"},
                    "id_token_signing_alg_values_supported",
                    new String[] {"RS256"})));
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private void token(HttpExchange exchange) throws IOException {
    try {
      HTTPRequest http = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer() + "/token"));
      exchange.getRequestHeaders().forEach((name, values) -> http.setHeader(name, values.get(0)));
      http.setBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      TokenRequest request = TokenRequest.parse(http);
      AuthorizationCodeGrant grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
      Granted granted = codes.remove(grant.getAuthorizationCode().getValue());
      ClientSecretBasic client = (ClientSecretBasic) request.getClientAuthentication();
      boolean right =
          granted != null
              && client.getClientID().getValue().equals(CLIENT)
              && client.getClientSecret().getValue().equals(SECRET)
              && granted.back().equals(grant.getRedirectionURI())
              && granted
                  .challenge()
                  .equals(
                      CodeChallenge.compute(
                          com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod.S256,
                          grant.getCodeVerifier()));
      answer(
          exchange, right ? 200 : 400, right ? tokens(granted) : "{\"error\":\"invalid_grant\"}");
    } catch (GeneralException | JOSEException e) {
      answer(exchange, 400, "{\"error\":\"invalid_request\"}");
    }
  }

  private String tokens(Granted granted) throws JOSEException {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of(
                "access_token",
                UUID.randomUUID().toString(),
                "token_type",
                "Bearer",
                "expires_in",
                60,
                "id_token",
                idToken(granted)));
  }

  private String idToken(Granted granted) throws JOSEException {
    Instant now = cheat == Cheat.EXPIRED ? Instant.now().minusSeconds(3600) : Instant.now();
    JWTClaimsSet.Builder set =
        new JWTClaimsSet.Builder()
            .issuer(cheat == Cheat.ISSUER ? "http://127.0.0.1:1" : issuer())
            .audience(cheat == Cheat.AUDIENCE ? "somebody-else" : CLIENT)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(120)))
            .claim("nonce", cheat == Cheat.NONCE ? "replayed" : granted.nonce());
    claims.forEach(set::claim);
    if (cheat == Cheat.UNSIGNED) {
      return new com.nimbusds.jwt.PlainJWT(set.build()).serialize();
    }
    if (cheat == Cheat.SYMMETRIC) { // signed with what everybody knows: the public key
      SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), set.build());
      symmetric.sign(
          new com.nimbusds.jose.crypto.MACSigner(keys().getBytes(StandardCharsets.UTF_8)));
      return symmetric.serialize();
    }
    SignedJWT signed =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), set.build());
    signed.sign(new RSASSASigner(cheat == Cheat.SIGNATURE ? stranger : key));
    return signed.serialize();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
