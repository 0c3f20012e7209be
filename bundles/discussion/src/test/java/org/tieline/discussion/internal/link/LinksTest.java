package org.tieline.discussion.internal.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.link.LinkedRecord;
import org.tieline.api.link.Links;
import org.tieline.api.link.RecordLink;
import org.tieline.api.link.Relation;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.discussion.internal.TalkTest;

class LinksTest extends TalkTest {
    private final Links links = new SqlLinks(store, records);
    private final RecordRef console =
            new RecordRef("radio", center + "/" + Platform.unique("console"));

    LinksTest(Engine engine) {
        super(engine);
    }

    @Test
    void aLinkStandsAtBothEndsAndInTheJournal() {
        RecordLink link = links.link(as(pat), radio, Relation.CAUSED_BY, console);
        assertThat(links.of(as(sam), radio))
                .singleElement()
                .extracting(LinkedRecord::words, linked -> linked.other().record())
                .containsExactly("Caused by", console);
        assertThat(links.of(as(sam), console))
                .singleElement()
                .extracting(LinkedRecord::words, linked -> linked.other().record())
                .containsExactly("Caused", radio);
        assertThat(platform.journal(center, link.id()))
                .singleElement()
                .asString()
                .startsWith("created")
                .contains("Caused by");
    }

    @Test
    void whatWasSaidIsNotSaidTwice() {
        RecordLink link = links.link(as(pat), radio, Relation.FIXED_BY, console);
        assertThat(links.link(manager, radio, Relation.FIXED_BY, console)).isEqualTo(link);
        links.link(manager, radio, Relation.RELATES_TO, console);
        assertThat(links.of(as(pat), radio)).hasSize(2);
        links.unlink(as(pat), link.id());
        assertThat(links.of(as(pat), radio)).hasSize(1);
        links.unlink(as(pat), link.id());
        assertThat(links.get(as(pat), link.id()).removed()).isPresent();
        assertThat(links.link(as(pat), radio, Relation.FIXED_BY, console).id())
                .isEqualTo(link.id());
        assertThat(links.of(as(pat), radio)).hasSize(2);
        assertThat(platform.journal(center, link.id())).hasSize(3);
    }

    @Test
    void onlyWhoMayWriteLinksAndOnlyToWhatTheySee() {
        assertThatThrownBy(() -> links.link(as(sam), radio, Relation.CAUSED_BY, console))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> links.link(as(pat), radio, Relation.CAUSED_BY, radio))
                .isInstanceOf(Invalid.class);
        RecordRef foreign = new RecordRef("radio", platform.center() + "/r");
        assertThatThrownBy(() -> links.link(as(pat), radio, Relation.CAUSED_BY, foreign))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> links.link(as(pat), foreign, Relation.CAUSED_BY, radio))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoSeesOneEndOnlySeesNoLink() {
        RecordRef shared = new RecordRef("radio", platform.center() + "/" + "shared");
        RecordLink link = links.link(as(pat), radio, Relation.FOLLOWS_FROM, shared);
        assertThat(links.of(as(pat), radio)).hasSize(1);
        assertThatThrownBy(() -> links.get(stranger, link.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.of(stranger, radio)).isInstanceOf(NotFound.class);
        String theirs = shared.id().substring(0, shared.id().indexOf('/'));
        assertThat(links.of(Platform.caller(theirs, Role.STAFF), shared)).isEmpty();
    }
}
