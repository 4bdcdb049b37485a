/// Looks at a host from inside, by reading files under `/proc`; sends nothing and starts nothing.
@NullMarked
package org.shouyue.engine.host;

import org.jspecify.annotations.NullMarked;
