package org.shouyue.server.tenant.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The two ceremonies of WebAuthn level 3, registration (§7.1) and authentication (§7.2), with
/// discoverable credentials and user verification: a passkey is possession and a fingerprint, face
/// or PIN, and names its owner itself. No attestation is asked for, so that any authenticator will
/// do. Holds no state; safe for use by several threads.
public final class Ceremony {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private static final List<PublicKeyCredentialParameters> ALGORITHMS =
      Stream.of(
              COSEAlgorithmIdentifier.ES256,
              COSEAlgorithmIdentifier.EdDSA,
              COSEAlgorithmIdentifier.RS256)
          .map(algorithm ->
              new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
          .toList();

  private static final long TIMEOUT_MILLIS = 120_000;

  private final ObjectConverter converter = new ObjectConverter();
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
  private final AttestedCredentialDataConverter attested =
      new AttestedCredentialDataConverter(converter);

  /// Whom an authenticator makes keys for.
  ///
  /// @param id a host name without scheme and port, such as `shouyue.example.cn`
  /// @param origin scheme, host and port of the pages
  public record RelyingParty(String id, String origin) {}

  /// Who registers a key.
  ///
  /// @param handle by which the authenticator gives the person back; holds nothing personal
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record User(byte[] handle, String username, String name) {}

  /// What is kept of a registered key.
  ///
  /// @param attested authenticator, identifier and public key, as WebAuthn §6.5.1 lays them out
  /// @param signatures how often it has signed, as far as it counts; one that goes back was cloned
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Kept(byte[] id, byte[] attested, long signatures, List<String> transports) {}

  /// An answer that a key gave.
  ///
  /// @param handle whom it says it belongs to; null when it does not say
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Claimed(byte[] id, byte @Nullable [] handle) {}

  /// What the browser is asked to make a key with.
  public Map<String, Object> registration(
      RelyingParty party, User user, byte[] challenge, List<byte[]> already) {
    return Map.of(
        "rp", Map.of("id", party.id(), "name", "守约"),
        "user",
            Map.of(
                "id", BASE64.encodeToString(user.handle()),
                "name", user.username(),
                "displayName", user.name()),
        "challenge", BASE64.encodeToString(challenge),
        "pubKeyCredParams",
            ALGORITHMS.stream()
                .map(each -> Map.of("type", "public-key", "alg", each.getAlg().getValue()))
                .toList(),
        "timeout", TIMEOUT_MILLIS,
        "attestation", "none",
        "excludeCredentials", already.stream().map(Ceremony::descriptor).toList(),
        "authenticatorSelection",
            Map.of("residentKey", "required", "userVerification", "required"));
  }

  /// What the browser is asked to sign in with.
  public Map<String, Object> authentication(RelyingParty party, byte[] challenge) {
    return Map.of(
        "rpId", party.id(),
        "challenge", BASE64.encodeToString(challenge),
        "timeout", TIMEOUT_MILLIS,
        "userVerification", "required",
        "allowCredentials", List.of());
  }

  /// Verifies a new key.
  ///
  /// @param response `PublicKeyCredential.toJSON()` as text
  /// @throws PasskeyRefused when it is not an answer to this challenge from these pages
  public Kept register(String response, RelyingParty party, byte[] challenge) {
    try {
      RegistrationData data =
          manager.verifyRegistrationResponseJSON(
              response,
              new RegistrationParameters(property(party, challenge), ALGORITHMS, true, true));
      var authenticator =
          Objects.requireNonNull(data.getAttestationObject(), "attestation object")
              .getAuthenticatorData();
      AttestedCredentialData credential =
          Objects.requireNonNull(authenticator.getAttestedCredentialData(), "credential");
      Set<AuthenticatorTransport> transports = data.getTransports();
      return new Kept(
          credential.getCredentialId(),
          attested.convert(credential),
          authenticator.getSignCount(),
          transports == null
              ? List.of()
              : transports.stream().map(AuthenticatorTransport::getValue).sorted().toList());
    } catch (DataConversionException | VerificationException e) {
      throw new PasskeyRefused(e);
    }
  }

  /// Which key an answer comes from; not verified yet.
  ///
  /// @throws PasskeyRefused when it cannot be read
  public Claimed claimed(String response) {
    try {
      AuthenticationData data = manager.parseAuthenticationResponseJSON(response);
      return claimed(data);
    } catch (DataConversionException e) {
      throw new PasskeyRefused(e);
    }
  }

  @SuppressWarnings("NullAway") // JetBrains' annotations say that the array's bytes may be null
  private static Claimed claimed(AuthenticationData data) {
    return new Claimed(data.getCredentialId(), data.getUserHandle());
  }

  /// Verifies a sign-in, and returns how often the key has signed now.
  ///
  /// @throws PasskeyRefused when the key did not answer this challenge on these pages
  public long authenticate(String response, RelyingParty party, byte[] challenge, Kept kept) {
    try {
      AuthenticationData data =
          manager.verifyAuthenticationResponseJSON(
              response,
              new AuthenticationParameters(
                  property(party, challenge), recorded(kept), null, true, true));
      return Objects.requireNonNull(data.getAuthenticatorData(), "authenticator data")
          .getSignCount();
    } catch (DataConversionException | VerificationException e) {
      throw new PasskeyRefused(e);
    }
  }

  private CredentialRecord recorded(Kept kept) {
    return new CredentialRecordImpl(
        new NoneAttestationStatement(),
        true,
        null,
        null,
        kept.signatures(),
        attested.convert(kept.attested()),
        null,
        null,
        null,
        null);
  }

  private static ServerProperty property(RelyingParty party, byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(party.origin()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static Map<String, Object> descriptor(byte[] id) {
    return Map.of("type", "public-key", "id", BASE64.encodeToString(id));
  }
}
