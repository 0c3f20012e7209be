package org.tieline.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the right that a method of a {@link RestResource} asks for, for the API's description. The
 * service behind it enforces it; a method without this asks for nothing but a sign-in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asks {
    /** Name of the {@link org.tieline.api.access.Operation}, such as {@code center.edit}. */
    String value();
}
