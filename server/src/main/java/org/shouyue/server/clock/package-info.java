/// The clock that the business reads (system or replayed) and the wall clock that security reads.
@NullMarked
package org.shouyue.server.clock;

import org.jspecify.annotations.NullMarked;
