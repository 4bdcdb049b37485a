/// Every error that leaves the server as an RFC 9457 problem.
@NullMarked
package org.shouyue.server.problem;

import org.jspecify.annotations.NullMarked;
