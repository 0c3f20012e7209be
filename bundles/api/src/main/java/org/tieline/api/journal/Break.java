package org.tieline.api.journal;

/**
 * The first place where a center's chain does not hold.
 *
 * @param center the center
 * @param number the number of the first line that is missing or not what was written
 * @param reason what is wrong with it, as a sentence
 */
public record Break(String center, long number, String reason) {}
