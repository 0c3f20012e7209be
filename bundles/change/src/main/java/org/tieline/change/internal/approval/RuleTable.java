package org.tieline.change.internal.approval;

import static org.tieline.store.Columns.flag;
import static org.tieline.store.Columns.number;
import static org.tieline.store.Columns.place;
import static org.tieline.store.Columns.table;
import static org.tieline.store.Columns.text;
import static org.tieline.store.Columns.time;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.tieline.api.access.Role;
import org.tieline.api.change.ApprovalRule;
import org.tieline.api.change.ApprovalRuleDraft;
import org.tieline.api.change.Authority;
import org.tieline.api.change.ChangeType;
import org.tieline.api.change.RiskLevel;
import org.tieline.change.internal.record.Words;
import org.tieline.core.record.Names;
import org.tieline.store.Columns;

/** The rows of what centers add to the table of approval. */
final class RuleTable {
    private static final Table<Record> RULE = table("changes", "change_approval_rule");
    private static final Field<String> ID = text(RULE, "id");
    private static final Field<String> CENTER = text(RULE, "center");
    private static final Field<String> TYPE = text(RULE, "type");
    private static final Field<String> RISK = text(RULE, "risk");
    private static final Field<Boolean> VITAL = flag(RULE, "vital");
    private static final Field<String> ASSET = text(RULE, "asset");
    private static final Field<String> AUTHORITY = text(RULE, "authority");
    private static final Field<String> ROLES = text(RULE, "roles");
    private static final Field<Integer> QUORUM = place(RULE, "quorum");
    private static final Field<Boolean> INSTEAD = flag(RULE, "instead");
    private static final Field<Instant> REMOVED = time(RULE, "removed");
    private static final Field<Long> VERSION = number(RULE, "version");
    private static final Field<Instant> CREATED = time(RULE, "created");
    private static final Field<Instant> UPDATED = time(RULE, "updated");
    private static final List<Field<?>> COLUMNS =
            List.of(
                    ID, CENTER, TYPE, RISK, VITAL, ASSET, AUTHORITY, ROLES, QUORUM, INSTEAD,
                    REMOVED, VERSION, CREATED, UPDATED);

    private RuleTable() {}

    static List<ApprovalRule> of(DSLContext sql, String center) {
        return sql.select(COLUMNS)
                .from(RULE)
                .where(CENTER.eq(center), REMOVED.isNull())
                .orderBy(ID)
                .fetch(RuleTable::rule);
    }

    static Optional<ApprovalRule> find(DSLContext sql, String id) {
        return sql.select(COLUMNS).from(RULE).where(ID.eq(id)).fetchOptional().map(RuleTable::rule);
    }

    /** Finds a line and keeps others from changing it until the transaction ends. */
    static Optional<ApprovalRule> lock(DSLContext sql, String id) {
        Columns.lock(sql, RULE, VERSION, ID.eq(id));
        return find(sql, id);
    }

    static void insert(DSLContext sql, ApprovalRule rule) {
        sql.insertInto(RULE).set(values(rule)).execute();
    }

    static void update(DSLContext sql, ApprovalRule rule) {
        sql.update(RULE).set(values(rule)).where(ID.eq(rule.id())).execute();
    }

    private static Map<Field<?>, Object> values(ApprovalRule rule) {
        ApprovalRuleDraft facts = rule.facts();
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ID, rule.id());
        values.put(CENTER, rule.center());
        values.put(TYPE, Names.of(facts.type()));
        values.put(RISK, facts.risk().map(Names::of).orElse(null));
        values.put(VITAL, facts.vital());
        values.put(ASSET, facts.asset().orElse(null));
        values.put(AUTHORITY, facts.authority().name());
        values.put(ROLES, Words.of(facts.authority().roles()));
        values.put(QUORUM, facts.authority().quorum());
        values.put(INSTEAD, facts.instead());
        values.put(REMOVED, rule.removed().orElse(null));
        values.put(VERSION, rule.version());
        values.put(CREATED, rule.created());
        values.put(UPDATED, rule.updated());
        return values;
    }

    private static ApprovalRule rule(Record row) {
        return new ApprovalRule(
                row.get(ID),
                row.get(CENTER),
                new ApprovalRuleDraft(
                        Names.parse(ChangeType.class, row.get(TYPE)),
                        Optional.ofNullable(row.get(RISK))
                                .map(risk -> Names.parse(RiskLevel.class, risk)),
                        row.get(VITAL),
                        Optional.ofNullable(row.get(ASSET)),
                        new Authority(
                                row.get(AUTHORITY),
                                Words.set(Role.class, row.get(ROLES)),
                                row.get(QUORUM)),
                        row.get(INSTEAD)),
                Optional.ofNullable(row.get(REMOVED)),
                row.get(VERSION),
                row.get(CREATED),
                row.get(UPDATED));
    }
}
