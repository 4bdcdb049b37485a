package org.shouyue.server.tenant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in.
///
/// @param password as encoded
/// @param passwordOnce whether somebody else gave it, so that a new one must be chosen
/// @param totpSecret sealed; null before enrolment
/// @param totpConfirmed whether a code is asked for at sign-in
/// @param secondFactorForced whether they must enrol one, whatever the policy says for their role
/// @param externalSubject how the identity provider names them; null when that was not entered
@SuppressWarnings("ArrayRecordComponent") // never compared; sealed bytes as the driver gives them
record Person(
    UUID id,
    String username,
    String name,
    Role role,
    String password,
    boolean passwordOnce,
    Instant passwordChangedAt,
    String locale,
    boolean disabled,
    @Nullable String mail,
    @Nullable String phone,
    byte @Nullable [] totpSecret,
    boolean totpConfirmed,
    boolean secondFactorForced,
    @Nullable String externalSubject) {}
