/// The client's judgement over a period: the sealed package that it is based on, and the signature
/// under it.
@NullMarked
package org.shouyue.server.acceptance;

import org.jspecify.annotations.NullMarked;
