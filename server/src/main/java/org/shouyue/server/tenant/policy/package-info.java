/// What passwords, sessions and second factors must be like: pure rules, without database or web.
@NullMarked
package org.shouyue.server.tenant.policy;

import org.jspecify.annotations.NullMarked;
