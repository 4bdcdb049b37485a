package org.shouyue.engine.host;

/// The process behind a port. Several may share one socket; this is the eldest, which is the one
/// that has the lowest id.
///
/// @param name as the kernel knows it (`comm`, at most 15 octets)
/// @param executable the file it runs, or empty when that could not be read
/// @param user its real user id
public record Owner(int pid, String name, String executable, int user) {}
