package org.shouyue.server.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is special about a ticket of kind request.
///
/// @param extra whether it goes beyond a quota, so that it needs the client's written word
/// @param warning the risks that the client was told; null when none
/// @param reason why it was refused or dropped; null while it was not
record ServiceRequest(
    UUID ticketId,
    UUID clientId,
    UUID contractId,
    Origin origin,
    RequestState state,
    boolean extra,
    @Nullable String warning,
    @Nullable String reason,
    Instant receivedAt) {

  /// The thing's name in evidence, notices and the audit trail.
  String about() {
    return "request/" + ticketId;
  }

  ServiceRequest from(Origin now) {
    return new ServiceRequest(
        ticketId, clientId, contractId, now, state, extra, warning, reason, receivedAt);
  }

  ServiceRequest asExtra() {
    return new ServiceRequest(
        ticketId, clientId, contractId, origin, state, true, warning, reason, receivedAt);
  }

  /// The request after an act.
  ///
  /// @param text the warning or the reason, where the act has one
  ServiceRequest after(RequestAct act, RequestState next, @Nullable String text) {
    return new ServiceRequest(
        ticketId,
        clientId,
        contractId,
        origin,
        next,
        extra,
        act == RequestAct.WARN ? text : warning,
        next.isOver() ? text : reason,
        receivedAt);
  }
}
