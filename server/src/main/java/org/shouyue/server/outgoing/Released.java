package org.shouyue.server.outgoing;

/// A file that the gate let go.
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Released(String name, byte[] content) {}
