/// Adjustments of what is served. Contract 5 §5.5: before any, the client is told what to back up,
/// the method, the tools, the steps, the people and the risks, and signs first.
@NullMarked
package org.shouyue.server.change;

import org.jspecify.annotations.NullMarked;
