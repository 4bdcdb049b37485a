/// Who changed what and when, as a hash chain that shows if it was altered.
@NullMarked
package org.shouyue.server.audit;

import org.jspecify.annotations.NullMarked;
