package org.tieline.api.sharing;

/**
 * What the centers made of something that was shared, counted.
 *
 * @param adopted how many took it over as it was
 * @param adapted how many took it over with a variation
 * @param rejected how many did not
 * @param backedOut how many tried it and backed it out
 * @param minutesSaved working time that it saved them in all, as they say
 */
public record AdoptionFigures(
        int adopted, int adapted, int rejected, int backedOut, long minutesSaved) {
    /** Returns how many centers they are from. */
    public int centers() {
        return adopted + adapted + rejected + backedOut;
    }
}
