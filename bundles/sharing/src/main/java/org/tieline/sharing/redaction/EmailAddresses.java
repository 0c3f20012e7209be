package org.tieline.sharing.redaction;

import java.util.List;

/** E-mail addresses, also spelled out. */
final class EmailAddresses {
    static final List<Rule> RULES =
            List.of(
                    PatternRule.of(
                            "e-mail address",
                            "(?<![\\w.%+-])[\\w.%+'-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+"),
                    PatternRule.of(
                            "e-mail address",
                            "(?<![\\w.%+-])[\\w.%+-]{1,64}+ ?[(\\[]at[)\\]] ?[\\w-]{1,63}+"
                                    + "(?: ?(?:\\.|[(\\[]dot[)\\]]) ?[\\w-]{1,63}){1,4}"));

    private EmailAddresses() {}
}
