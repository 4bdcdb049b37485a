/// Advice: what the client asks and gets in writing, self-checks by protection level, and the plans
/// that follow from their gaps.
@NullMarked
package org.shouyue.server.consulting;

import org.jspecify.annotations.NullMarked;
