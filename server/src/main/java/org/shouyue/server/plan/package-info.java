/// Emergency plans (应急预案): versions that the client signs, call trees that are tested, scenarios
/// that drills play through.
@NullMarked
package org.shouyue.server.plan;

import org.jspecify.annotations.NullMarked;
