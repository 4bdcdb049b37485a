/// What leaves the platform as a file: whether the client is asked, who took what, marks, and
/// tracing a file that turned up somewhere.
@NullMarked
package org.shouyue.server.export;

import org.jspecify.annotations.NullMarked;
