package org.tieline.web.internal.system;

import java.util.List;
import org.tieline.web.Tone;

/**
 * What a health check found.
 *
 * @param title what was checked
 * @param tone how it stands
 * @param word the same in a word
 * @param reasons why
 */
public record Check(String title, Tone tone, String word, List<String> reasons) {}
