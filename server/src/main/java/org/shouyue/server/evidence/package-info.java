/// Proof: stored bytes and the chained record of each, per contract.
@NullMarked
package org.shouyue.server.evidence;

import org.jspecify.annotations.NullMarked;
