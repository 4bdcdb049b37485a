/// The permit and the one network broker below every engine. Nothing here trusts a name, a URL or a
/// clock that it did not check itself; what no permit covers is refused, and every refusal is told.
@NullMarked
package org.shouyue.scope;

import org.jspecify.annotations.NullMarked;
