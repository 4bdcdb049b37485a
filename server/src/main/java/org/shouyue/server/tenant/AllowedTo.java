package org.shouyue.server.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Only people with one of these roles may call this handler. Every handler method carries one of
/// [AllowedTo], [AllowedToSignedIn] and [AllowedToAll]; one without is refused to everybody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
  Role[] value();
}
