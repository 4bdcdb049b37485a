/// Signatures drawn by hand in the browser.
@NullMarked
package org.shouyue.server.signature;

import org.jspecify.annotations.NullMarked;
