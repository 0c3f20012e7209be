package org.tieline.web.internal.signin;

import org.tieline.web.Field;

/** The fields for a new password. */
final class NewPassword {
    static final String DIFFERENT = "is not the same as the password above; type it again";

    static final Field FIELD =
            Field.of(Field.Kind.PASSWORD, "password", "New password")
                    .must()
                    .completedAs("new-password")
                    .hinted(
                            "At least 8 characters; all characters and spaces count. A few words"
                                    + " that do not belong together are easy to remember and hard"
                                    + " to guess.");

    static final Field AGAIN =
            Field.of(Field.Kind.PASSWORD, "again", "New password again")
                    .must()
                    .completedAs("new-password");

    private NewPassword() {}
}
