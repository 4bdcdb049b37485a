/// Kinds of work, their runs, and the dispatcher that begins them when they are due.
@NullMarked
package org.shouyue.server.work;

import org.jspecify.annotations.NullMarked;
