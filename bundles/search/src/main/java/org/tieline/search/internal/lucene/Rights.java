package org.tieline.search.internal.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.tieline.api.access.Reach;
import org.tieline.search.internal.engine.Viewer;
import org.tieline.spi.search.Visibility;

/**
 * The one place where rights become a part of the index and of every query. A document carries
 * {@code operation} for each operation that shows it, {@code operation@center} for each center in
 * which it does, and {@code operation@} if it does in any.
 */
final class Rights {
    private static final char AT = '@';

    private Rights() {}

    static void add(Document document, List<Visibility> visibility) {
        Set<String> tokens = new TreeSet<>();
        for (Visibility one : visibility) {
            String operation = one.operation().name();
            if (one.anywhere() || !one.centers().isEmpty()) {
                tokens.add(operation);
            }
            if (one.anywhere()) {
                tokens.add(operation + AT);
            }
            one.centers().forEach(center -> tokens.add(operation + AT + center));
        }
        tokens.forEach(
                token -> document.add(new StringField(Fields.RIGHTS, token, Field.Store.NO)));
    }

    /** Lets through what this viewer may see, and nothing else. */
    static Query filter(Viewer viewer) {
        if (viewer.blind()) {
            return new MatchNoDocsQuery("nothing may be seen");
        }
        List<BytesRef> tokens = new ArrayList<>();
        for (Map.Entry<String, Reach> entry : viewer.reaches().entrySet()) {
            Reach reach = entry.getValue();
            if (reach.everywhere()) {
                tokens.add(new BytesRef(entry.getKey()));
            } else if (!reach.centers().isEmpty()) {
                tokens.add(new BytesRef(entry.getKey() + AT));
                reach.centers()
                        .forEach(center -> tokens.add(new BytesRef(entry.getKey() + AT + center)));
            }
        }
        return new RightsQuery(
                new BooleanQuery.Builder()
                        .add(new TermInSetQuery(Fields.RIGHTS, tokens), Occur.FILTER)
                        .add(
                                new TermInSetQuery(
                                        Fields.KIND,
                                        viewer.kinds().stream().map(BytesRef::new).toList()),
                                Occur.FILTER)
                        .build());
    }

    /** Finds one document if it is there, whoever may see it. */
    static Term key(String kind, String id) {
        return new Term(Fields.KEY, Fields.key(kind, id));
    }
}
