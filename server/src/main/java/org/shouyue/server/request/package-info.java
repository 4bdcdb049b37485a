/// What a client asks for: by whom, over which channel, with which warning, and on whose written
/// word. Contract 3 §5.2: requests come formally from named contacts, are reviewed, and a risky one
/// is warned about, refused, or confirmed in writing.
@NullMarked
package org.shouyue.server.request;

import org.jspecify.annotations.NullMarked;
