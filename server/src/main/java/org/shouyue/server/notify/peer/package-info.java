/// The gateways' own languages: how a message is handed to each, and what its answer means. Knows
/// neither the queue nor the database.
@NullMarked
package org.shouyue.server.notify.peer;

import org.jspecify.annotations.NullMarked;
