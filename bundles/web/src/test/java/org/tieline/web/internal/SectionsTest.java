package org.tieline.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.web.RecordSection;
import org.tieline.web.View;

class SectionsTest {
    private static final RecordRef RECORD = new RecordRef("change", "1");
    private static final Caller CALLER = Caller.system("test");

    private final Sections sections = new Sections();

    private static RecordSection titled(int order, String title) {
        return section(order, Optional.of(Parts.view(title, "empty", Map.of())));
    }

    private static RecordSection section(int order, Optional<View> view) {
        return new RecordSection() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<View> show(Caller caller, RecordRef record) {
                return view;
            }
        };
    }

    @Test
    void sectionsStandInTheirOrderAndThoseWithNothingToSayAreLeftOut() {
        sections.add(titled(200, "Files"));
        sections.add(section(150, Optional.empty()));
        sections.add(titled(100, "Comments"));
        assertThat(sections.of(CALLER, RECORD))
                .extracting(View::title)
                .containsExactly("Comments", "Files");
    }

    @Test
    void aSectionThatFailsDoesNotTakeThePageWithIt() {
        sections.add(
                new RecordSection() {
                    @Override
                    public int order() {
                        return 1;
                    }

                    @Override
                    public Optional<View> show(Caller caller, RecordRef record) {
                        throw new IllegalStateException("broken");
                    }
                });
        RecordSection gone = titled(2, "Gone");
        sections.add(gone);
        sections.add(titled(3, "Comments"));
        sections.remove(gone);
        assertThat(sections.of(CALLER, RECORD)).extracting(View::title).containsExactly("Comments");
    }
}
