/// Keeping clients' secrets: undertakings before anybody sees anything, and what was shown to third
/// parties.
@NullMarked
package org.shouyue.server.secrecy;

import org.jspecify.annotations.NullMarked;
