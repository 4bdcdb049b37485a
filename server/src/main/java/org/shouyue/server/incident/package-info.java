/// Incident rooms: from the first sign to the lessons, with grade, phases, people, actions, secured
/// evidence and everything that was said to whom.
@NullMarked
package org.shouyue.server.incident;

import org.jspecify.annotations.NullMarked;
