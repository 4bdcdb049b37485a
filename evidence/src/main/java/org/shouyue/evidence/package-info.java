/// Evidence: content-addressed files, a hash chain for each contract, signatures, packages and
/// their verification. What was acknowledged is on disk; what is read is checked.
@NullMarked
package org.shouyue.evidence;

import org.jspecify.annotations.NullMarked;
