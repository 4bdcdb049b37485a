package org.shouyue.server.agreement;

import java.util.UUID;

/// What a quota is used for.
///
/// @param what in words, for the list of uses
/// @param about the thing, as in `ticket/0197…`; the same thing never uses a quota twice
public record QuotaMatter(UUID contractId, String serviceId, String what, String about) {}
