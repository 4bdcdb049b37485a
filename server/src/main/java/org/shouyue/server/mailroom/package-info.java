/// Mail that comes in: filed with the ticket that it answers, opened as a new one, or kept for a
/// person to look at. Nothing is dropped.
@NullMarked
package org.shouyue.server.mailroom;

import org.jspecify.annotations.NullMarked;
