package org.tieline.core.internal.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tieline.core.internal.Platform.caller;
import static org.tieline.core.internal.Platform.unique;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.person.NewPosition;
import org.tieline.api.person.Position;
import org.tieline.api.person.Positions;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.PlatformTest;

class PositionsTest extends PlatformTest {
    private final Positions positions = platform.positions;
    private final String center = platform.center();
    private final Caller manager = caller(center, Role.CENTER_MANAGER);

    PositionsTest(Engine engine) {
        super(engine);
    }

    @Test
    void markingAndTakingTheMarkAwayAreInTheJournalWithoutTheSecret() {
        NewPosition marked = positions.mark(manager, center, "Console 3");
        String id = marked.position().id();
        assertThat(positions.get(manager, id)).isEqualTo(marked.position());

        Position revoked = positions.revoke(manager, id);
        assertThat(revoked.revoked()).isPresent();
        assertThat(positions.revoke(manager, id)).isEqualTo(revoked);
        assertThat(platform.journal(center, id))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("marked", "revoked");
        assertThat(platform.journalText()).doesNotContain(marked.secret());
        assertThat(marked.toString()).doesNotContain(marked.secret());
    }

    @Test
    void positionsAreListedNewestFirstPageByPage() {
        List<String> made =
                List.of("1", "2", "3").stream()
                        .map(name -> positions.mark(manager, center, name).position().id())
                        .toList();
        var first = positions.list(manager, Optional.empty(), new PageRequest(2, Optional.empty()));
        var second = positions.list(manager, Optional.of(center), new PageRequest(2, first.next()));
        assertThat(first.items())
                .extracting(Position::id)
                .containsExactly(made.get(2), made.get(1));
        assertThat(second.items()).extracting(Position::id).containsExactly(made.get(0));
    }

    @Test
    void aForeignPositionIsAsAbsentAsOneThatDoesNotExist() {
        String id = positions.mark(manager, center, "Console 3").position().id();
        Caller foreign = caller(platform.center(), Role.values());
        for (String absent : List.of(id, unique("none"))) {
            assertThatThrownBy(() -> positions.get(foreign, absent))
                    .isInstanceOf(NotFound.class)
                    .hasMessage("There is no position " + absent + ".");
            assertThatThrownBy(() -> positions.revoke(foreign, absent))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> positions.mark(foreign, center, "Console 4"))
                .isInstanceOf(NotFound.class);
        assertThat(positions.list(foreign, Optional.empty(), PageRequest.FIRST).items()).isEmpty();
    }

    @Test
    void onlyThoseWhoAnswerForTheCenterMark() {
        assertThatThrownBy(() -> positions.mark(caller(center, Role.STAFF), center, "Console 3"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> positions.mark(manager, center, " "))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("name");
    }
}
