/// What waits for the person who is signed in, told by the rooms above.
@NullMarked
package org.shouyue.server.portal;

import org.jspecify.annotations.NullMarked;
