package org.shouyue.engine.site;

import java.time.Duration;

/// How long each phase of one request took; zero for a phase that did not happen.
///
/// @param firstByte from the request's last octet to the answer's first
/// @param total from asking the broker to the body's last octet
public record Timings(
    Duration lookup, Duration connect, Duration tls, Duration firstByte, Duration total) {}
