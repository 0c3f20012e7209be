package org.tieline.http.internal;

import java.security.SecureRandom;

/** Ids that people can read out over the telephone: 12 letters and digits, none mistakable. */
final class RequestIds {
    private static final char[] SIGNS = "23456789bcdfghjkmnpqrstvwxz".toCharArray();
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestIds() {}

    static String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(SIGNS[RANDOM.nextInt(SIGNS.length)]);
        }
        return id.toString();
    }
}
