package org.shouyue.server.tenant;

import java.util.UUID;

/// Somebody who is signed in.
///
/// @param csrf what every changing request must repeat in its header
record Session(UUID person, String username, String name, Role role, String locale, String csrf) {}
