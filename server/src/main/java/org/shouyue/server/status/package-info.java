/// How what is served stands now and stood before: a reading room over the tables of others, which
/// writes nothing.
@NullMarked
package org.shouyue.server.status;

import org.jspecify.annotations.NullMarked;
