package org.tieline.example.internal;

import java.time.LocalDate;
import java.util.Optional;
import org.tieline.api.record.Attribute;

/** What people say of a loan. */
public record LoanDraft(
        @Attribute(label = "Title", hint = "Such as Twelve headsets for the fair.") String title,
        @Attribute(label = "Equipment") Equipment equipment,
        @Attribute(label = "Quantity", from = 1, to = 1_000) int quantity,
        @Attribute(label = "Borrower", hint = "The center or agency that has it.") String borrower,
        @Attribute(label = "Contact", max = 120) Optional<String> contact,
        @Attribute(label = "Lent on") LocalDate lentOn,
        @Attribute(label = "Due back") LocalDate dueBack,
        @Attribute(label = "Condition", max = 4_000, multiline = true) Optional<String> condition) {
    /** What is lent. */
    enum Equipment {
        RADIO,
        HEADSET,
        LAPTOP,
        GENERATOR,
        OTHER
    }
}
