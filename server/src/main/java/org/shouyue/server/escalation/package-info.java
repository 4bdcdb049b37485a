/// Telling people again and again, one after the other, until somebody takes the matter in hand.
@NullMarked
package org.shouyue.server.escalation;

import org.jspecify.annotations.NullMarked;
