/// Work on web sites: availability from outside, and the certificate.
@NullMarked
package org.shouyue.server.sites;

import org.jspecify.annotations.NullMarked;
