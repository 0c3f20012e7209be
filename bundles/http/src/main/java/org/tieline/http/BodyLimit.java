package org.tieline.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a JAX-RS resource class: how many bytes a body may have at the paths that this class answers,
 * where that is more than {@code max.body.bytes}. For uploads; they are read as a stream and not
 * kept in memory.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BodyLimit {
    /** The largest body in bytes, such as {@code 25L << 20}. */
    long value();

    /** The attribute of a request by which the limit travels; a Long, 0 for the usual one. */
    String ATTRIBUTE = "org.tieline.http.body.limit";
}
