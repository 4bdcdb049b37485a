/// Backups of the whole platform, and bringing one back.
@NullMarked
package org.shouyue.server.backup;

import org.jspecify.annotations.NullMarked;
