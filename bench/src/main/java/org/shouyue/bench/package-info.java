/// Measurements that are run by hand and asserted by nobody.
@NullMarked
package org.shouyue.bench;

import org.jspecify.annotations.NullMarked;
