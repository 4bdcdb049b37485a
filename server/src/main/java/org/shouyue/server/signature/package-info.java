/// Signatures: drawn by hand in the browser, or made with a certificate on a machine of one's own.
@NullMarked
package org.shouyue.server.signature;

import org.jspecify.annotations.NullMarked;
