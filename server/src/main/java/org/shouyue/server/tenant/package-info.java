/// Clients, people, roles, sessions, and who may see which client: the ground floor.
@NullMarked
package org.shouyue.server.tenant;

import org.jspecify.annotations.NullMarked;
