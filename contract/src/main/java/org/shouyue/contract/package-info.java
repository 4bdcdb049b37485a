/// What a service contract says, as values. Absent things are null, never invented; every fact
/// keeps the source lines that it was read from.
@NullMarked
package org.shouyue.contract;

import org.jspecify.annotations.NullMarked;
