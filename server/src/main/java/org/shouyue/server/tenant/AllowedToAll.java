package org.shouyue.server.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Anybody may call this handler, signed in or not. The reason is given, because it is the
/// exception. Every handler method carries one of [AllowedTo], [AllowedToSignedIn] and
/// [AllowedToAll]; one without is refused to everybody.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedToAll {
  String because();
}
