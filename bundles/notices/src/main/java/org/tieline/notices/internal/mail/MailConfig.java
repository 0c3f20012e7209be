package org.tieline.notices.internal.mail;

/** The keys of {@code etc/org.tieline.notices.cfg}. */
public @interface MailConfig {
    String PID = "org.tieline.notices";

    String mail_host() default "";

    int mail_port() default 587;

    String mail_security() default "starttls";

    String mail_user() default "";

    String mail_password() default "";

    String mail_from() default "";
}
