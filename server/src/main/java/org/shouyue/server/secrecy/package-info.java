/// Keeping clients' secrets: undertakings before anybody sees anything, exports that are approved
/// and can be traced, what was shown to third parties, and what happens to it all at the end.
@NullMarked
package org.shouyue.server.secrecy;

import org.jspecify.annotations.NullMarked;
