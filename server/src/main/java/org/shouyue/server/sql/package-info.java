/// The few conversions between SQL and Java that the driver leaves to us.
@NullMarked
package org.shouyue.server.sql;

import org.jspecify.annotations.NullMarked;
