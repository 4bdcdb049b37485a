package org.shouyue.engine.site;

import java.io.IOException;

/// The other side does not speak HTTP as it should.
final class HttpFault extends IOException {
  private final Availability.Reason reason;

  HttpFault(Availability.Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static HttpFault protocol(String detail) {
    return new HttpFault(Availability.Reason.PROTOCOL, detail);
  }

  Availability.Reason reason() {
    return reason;
  }
}
