package org.tieline.core.internal.signin;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code etc/org.tieline.signin.cfg}. */
@ObjectClassDefinition(
        name = "Tieline sign-in",
        description = "Passwords, lock-out, sessions and tokens; CJIS Security Policy 5.9.4")
public @interface SignInConfiguration {
    @AttributeDefinition(name = "Failures in a row that lock a sign-in")
    int lock_failures() default 5;

    @AttributeDefinition(name = "Minutes within which those failures count")
    int lock_minutes() default 15;

    @AttributeDefinition(name = "Failures from one network address until it must wait")
    int address_failures() default 30;

    @AttributeDefinition(name = "Minutes within which those failures count")
    int address_minutes() default 15;

    @AttributeDefinition(name = "Minutes after which an unused session ends")
    int session_idle_minutes() default 30;

    @AttributeDefinition(name = "Hours after which everybody must sign in again")
    int session_hours() default 12;

    @AttributeDefinition(name = "Fewest characters of a password")
    int password_length() default 8;

    @AttributeDefinition(name = "How hard to guess a password must be, 0 (all pass) to 4")
    int password_strength() default 2;

    @AttributeDefinition(name = "How many former passwords cannot come again")
    int password_history() default 10;

    @AttributeDefinition(name = "Days after which a password must be changed; 0 for never")
    int password_days() default 90;

    @AttributeDefinition(name = "Argon2id: memory in KiB")
    int argon2_memory() default 19456;

    @AttributeDefinition(name = "Argon2id: passes over the memory")
    int argon2_passes() default 2;

    @AttributeDefinition(name = "Argon2id: lanes")
    int argon2_lanes() default 1;
}
