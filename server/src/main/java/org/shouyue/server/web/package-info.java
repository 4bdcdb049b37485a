/// The static pages and the description of the API.
@NullMarked
package org.shouyue.server.web;

import org.jspecify.annotations.NullMarked;
