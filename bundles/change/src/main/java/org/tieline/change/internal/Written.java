package org.tieline.change.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.asset.CallPath;
import org.tieline.api.change.ChangeDraft;
import org.tieline.api.change.Risk;
import org.tieline.api.change.Step;
import org.tieline.api.change.Who;

/**
 * A draft that was found to be right, with what was found out about it.
 *
 * @param draft what people say
 * @param steps its steps, with what was done about those that were there before
 * @param implementer who does it
 * @param callPaths all the ways of calls that it touches
 * @param risk how risky it is
 * @param touch the assets that it touches
 */
record Written(
        ChangeDraft draft,
        List<Step> steps,
        Optional<Who> implementer,
        Set<CallPath> callPaths,
        Risk risk,
        Touched.Touch touch) {}
