/// The connection pool, bound to the caller's clients, over migrated tables.
@NullMarked
package org.shouyue.server.database;

import org.jspecify.annotations.NullMarked;
