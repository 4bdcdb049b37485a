/// What was found: identity, de-duplication, state.
@NullMarked
package org.shouyue.server.finding;

import org.jspecify.annotations.NullMarked;
