package org.tieline.change.internal.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.tieline.api.access.Role;
import org.tieline.api.change.Authority;
import org.tieline.api.change.Vote;
import org.tieline.api.change.VoteChoice;
import org.tieline.api.record.Who;
import org.tieline.core.record.EnumNames;

/** What the approval of a change has several of. */
final class ApprovalTables {
    static final PartTable<Authority> AUTHORITIES = new Authorities();
    static final PartTable<Vote> VOTES = new Votes();

    private ApprovalTables() {}

    private static final class Authorities extends PartTable<Authority> {
        private final Field<String> name = words("name");
        private final Field<String> roles = words("roles");
        private final Field<Integer> quorum = count("quorum");

        Authorities() {
            super("change_authority", "change_id");
        }

        @Override
        List<?> values(Authority authority) {
            return List.of(authority.name(), EnumColumn.of(authority.roles()), authority.quorum());
        }

        @Override
        Authority part(Record row) {
            return new Authority(
                    row.get(name), EnumColumn.set(Role.class, row.get(roles)), row.get(quorum));
        }
    }

    private static final class Votes extends PartTable<Vote> {
        private final Field<Integer> round = count("round");
        private final Field<String> voter = words("voter");
        private final Field<String> voterName = words("voter_name");
        private final Field<String> standsFor = words("stands_for");
        private final Field<String> standsForName = words("stands_for_name");
        private final Field<String> roles = words("roles");
        private final Field<String> choice = words("choice");
        private final Field<String> reason = words("reason");
        private final Field<Instant> at = moment("voted");

        Votes() {
            super("change_vote", "change_id");
        }

        @Override
        List<?> values(Vote vote) {
            return Arrays.asList(
                    vote.round(),
                    vote.voter().id(),
                    vote.voter().name(),
                    id(vote.standsFor()),
                    name(vote.standsFor()),
                    EnumColumn.of(vote.roles()),
                    EnumNames.of(vote.choice()),
                    vote.reason().orElse(null),
                    vote.at());
        }

        @Override
        Vote part(Record row) {
            return new Vote(
                    row.get(round),
                    new Who(row.get(voter), row.get(voterName)),
                    who(row, standsFor, standsForName),
                    EnumColumn.set(Role.class, row.get(roles)),
                    EnumNames.parse(VoteChoice.class, row.get(choice)),
                    Optional.ofNullable(row.get(reason)),
                    row.get(at));
        }
    }
}
