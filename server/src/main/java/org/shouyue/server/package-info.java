/// The house that ties promise and work together: a Spring Boot modular monolith, one package per
/// room.
@NullMarked
package org.shouyue.server;

import org.jspecify.annotations.NullMarked;
