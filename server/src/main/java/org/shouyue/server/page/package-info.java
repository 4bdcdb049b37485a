/// Lists: paging, sorting, searching, CSV.
@NullMarked
package org.shouyue.server.page;

import org.jspecify.annotations.NullMarked;
