package org.tieline.http.internal;

/** The keys of {@code etc/org.tieline.http.cfg}. */
public @interface HttpConfig {
    String PID = "org.tieline.http";

    String public_url() default "";

    boolean trust_proxy() default false;

    long max_body_bytes() default 1_048_576;

    int stop_seconds() default 20;

    long hsts_seconds() default 31_536_000;
}
