package org.tieline.rest.internal;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;
import org.tieline.rest.record.RecordView;

/** What the schemas of types are called: a record as its collection calls it. */
final class SchemaNames extends TypeNameResolver {
    private final OperationDescriber describer;

    SchemaNames(OperationDescriber describer) {
        this.describer = describer;
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return type == RecordView.class
                ? describer.record().orElseThrow()
                : super.nameForClass(type, options);
    }
}
