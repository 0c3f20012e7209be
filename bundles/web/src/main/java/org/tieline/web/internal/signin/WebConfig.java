package org.tieline.web.internal.signin;

/** The keys of {@code etc/org.tieline.web.cfg}. */
public @interface WebConfig {
    String PID = "org.tieline.web";

    String NOTICE =
            "This is a restricted information system. Its use is monitored, recorded and subject"
                    + " to audit. Using it without authorization is prohibited and may bring"
                    + " criminal and civil penalties. By signing in you consent to monitoring and"
                    + " recording.";

    /** Shown before signing in; signing in acknowledges it. Blank for {@link #NOTICE}. */
    String notice() default "";
}
