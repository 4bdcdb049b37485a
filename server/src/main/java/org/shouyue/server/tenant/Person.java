package org.shouyue.server.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in.
///
/// @param password as encoded
/// @param totpSecret sealed; null before enrolment
/// @param totpConfirmed whether a code is asked for at sign-in
/// @param totpLastStep the time step of the last code that was accepted; it is not accepted again
@SuppressWarnings("ArrayRecordComponent") // never compared; sealed bytes as the driver gives them
record Person(
    UUID id,
    String username,
    String name,
    Role role,
    String password,
    String locale,
    boolean disabled,
    byte @Nullable [] totpSecret,
    boolean totpConfirmed,
    long totpLastStep) {}
