package org.tieline.example.internal;

/** Where a loan is. */
enum LoanState {
    LENT,
    LOST,
    RETURNED
}
