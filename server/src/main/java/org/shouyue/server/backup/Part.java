package org.shouyue.server.backup;

/// One thing in a backup.
///
/// @param name as in `table/asset` or `file/evidence/sha256/ab/…`
/// @param sizeBytes how long it is
/// @param sha256 of its bytes
record Part(String name, long sizeBytes, String sha256) {}
