package org.tieline.api.record;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says a field of a record once, on a component of its draft. The form, the API and its
 * description, the checks, the journal and the database are made from it. A component is required
 * unless it is an {@link java.util.Optional}, a flag, or a collection that may be empty.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Attribute {
    /** What the field is called on the screen, such as {@code Expected result}. */
    String label();

    /** One sentence of help; empty for none. */
    String hint() default "";

    /** How many characters a text, or each text of a list, may have: at least 1. */
    int max() default 200;

    /** Whether a collection must have a value. */
    boolean required() default false;

    /** What the form calls leaving a choice open. */
    String none() default "Not set";

    /** Whether a text may have several lines. */
    boolean multiline() default false;

    /** The smallest number that is allowed; for a duration in minutes. */
    double from() default Double.NEGATIVE_INFINITY;

    /** The largest number that is allowed; for a duration in minutes. */
    double to() default Double.POSITIVE_INFINITY;

    /**
     * How the form, the journal and the database spell the field where its component's name would
     * not do; the API always spells the component's name.
     */
    String name() default "";
}
