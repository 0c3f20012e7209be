package org.tieline.assets.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import org.tieline.api.asset.AssetFilter;
import org.tieline.api.asset.AssetKind;
import org.tieline.api.asset.AssetState;
import org.tieline.api.asset.Criticality;
import org.tieline.rest.Query;

/** By what a list of assets is filtered; a {@code @BeanParam}. */
public final class AssetQuery {
    @Parameter(description = "Only those on the map of this center, shared ones included")
    @QueryParam("center")
    private String center;

    @Parameter(description = "Only those whose name or owner contains it")
    @QueryParam("text")
    private String text;

    @QueryParam("kind")
    private String kind;

    @QueryParam("state")
    private String state;

    @QueryParam("criticality")
    private String criticality;

    AssetFilter filter() {
        return new AssetFilter(
                Query.given(center),
                Query.given(text),
                Query.oneOf(AssetKind.class, "kind", kind),
                Query.oneOf(AssetState.class, "state", state),
                Query.oneOf(Criticality.class, "criticality", criticality));
    }
}
