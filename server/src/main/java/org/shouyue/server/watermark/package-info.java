/// Marks that a reader does not see and that tell, from a leaked file or a part of it, which export
/// it is. Pure: bytes in, bytes out.
@NullMarked
package org.shouyue.server.watermark;

import org.jspecify.annotations.NullMarked;
