package org.tieline.problem.internal.problem;

import jakarta.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.tieline.rest.RestResource;
import org.tieline.rest.record.ListedCollection;
import org.tieline.rest.record.RecordNames;

/** Problems over the API. */
@Component(service = RestResource.class)
@Path("/problems")
public final class ProblemResource extends ListedCollection<ProblemDraft, ProblemState> {
    @Activate
    public ProblemResource(@Reference Problems problems) {
        super(Problems.TYPE, RecordNames.of("Problem"), problems);
    }
}
