/// PostgreSQL from binaries on the class path: unpacked, initialised, started, shared and stopped.
@NullMarked
package org.shouyue.server.postgres;

import org.jspecify.annotations.NullMarked;
