package org.tieline.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.tieline.api.error.Invalid;
import org.tieline.core.imports.ColumnMapping;
import org.tieline.core.imports.ImportField;

/** The parameter {@code map} of every import of a file; a {@code @BeanParam}. */
public final class ColumnQuery {
    @Parameter(
            description =
                    "What a column is, as field:column, once for each; such as"
                            + " title:Subject. Fields that are not named are guessed from the"
                            + " columns' names")
    @QueryParam("map")
    private List<String> map;

    public boolean given() {
        return map != null && !map.isEmpty();
    }

    /**
     * @throws Invalid if it names a field or column that is not there
     */
    public <F extends Enum<F> & ImportField> ColumnMapping<F> mapping(
            Class<F> fields, List<String> columns) {
        ColumnMapping<F> guessed = ColumnMapping.guess(fields, columns);
        return given() ? guessed.with(map, columns) : guessed;
    }
}
