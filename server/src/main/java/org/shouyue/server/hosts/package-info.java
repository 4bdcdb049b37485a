/// Work on hosts: listening ports and how they change.
@NullMarked
package org.shouyue.server.hosts;

import org.jspecify.annotations.NullMarked;
