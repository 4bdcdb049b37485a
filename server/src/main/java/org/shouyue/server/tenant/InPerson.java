package org.shouyue.server.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Only for those who have signed in themselves: an API token is refused here. What makes accounts,
/// keys and tokens must not be within reach of a token that was lost.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface InPerson {

  /// The hurdles in spite of which the handler may be called: it is how one gets over them.
  Hurdle[] despite() default {};
}
