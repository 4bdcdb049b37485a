/// Work somebody must do: one model, one event log, clocks computed from it.
@NullMarked
package org.shouyue.server.ticket;

import org.jspecify.annotations.NullMarked;
