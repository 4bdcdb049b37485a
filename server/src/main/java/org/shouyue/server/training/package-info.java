/// Training of the client's people: courses, sessions, who came, what they knew afterwards, and the
/// promise that it keeps.
@NullMarked
package org.shouyue.server.training;

import org.jspecify.annotations.NullMarked;
