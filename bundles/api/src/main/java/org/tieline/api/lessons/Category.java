package org.tieline.api.lessons;

/** What a lesson is about first of all. */
public enum Category {
    TECHNOLOGY,
    PEOPLE,
    PROCESS,
    FACILITY,
    SUPPLIER,
    SECURITY,
    WEATHER
}
