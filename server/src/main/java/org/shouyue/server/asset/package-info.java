/// The ledger of what is served, the permits to touch it, and the broker that holds to them.
@NullMarked
package org.shouyue.server.asset;

import org.jspecify.annotations.NullMarked;
