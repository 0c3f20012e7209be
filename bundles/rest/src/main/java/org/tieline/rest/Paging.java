package org.tieline.rest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.tieline.api.PageRequest;
import org.tieline.api.error.FieldError;
import org.tieline.api.error.Invalid;

/** The parameters {@code limit} and {@code cursor} of every list; a {@code @BeanParam}. */
public final class Paging {
    @Parameter(
            description = "How many records at most",
            schema =
                    @Schema(
                            type = "integer",
                            minimum = "1",
                            maximum = "" + PageRequest.MAX_LIMIT,
                            defaultValue = "" + PageRequest.DEFAULT_LIMIT))
    @QueryParam("limit")
    private String limit;

    @Parameter(description = "\"next\" of the page before; without it, the first page")
    @QueryParam("cursor")
    private String cursor;

    /**
     * @throws Invalid if the limit is no number or out of range
     */
    public PageRequest page() {
        int wanted = limit == null ? PageRequest.DEFAULT_LIMIT : number(limit);
        if (wanted < 1 || wanted > PageRequest.MAX_LIMIT) {
            throw new Invalid(
                    new FieldError(
                            "limit",
                            "must be from 1 to " + PageRequest.MAX_LIMIT + ", but is " + wanted));
        }
        return new PageRequest(wanted, Optional.ofNullable(cursor));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Invalid(
                    new FieldError(
                            "limit",
                            "must be a whole number from 1 to "
                                    + PageRequest.MAX_LIMIT
                                    + ", but is \""
                                    + text
                                    + "\""));
        }
    }
}
