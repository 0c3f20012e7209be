package org.tieline.lessons.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tieline.api.error.Invalid;
import org.tieline.web.Form;

/** A form says nothing that nobody has said. */
class FormsTest {
    private static MultivaluedMap<String, String> sent(String name, String value) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.putSingle(name, value);
        return sent;
    }

    @Test
    void anOutcomeIsNotKnownUntilSomebodyChoosesIt() {
        Form form = AdoptionForm.of(Optional.empty());
        assertThat(form.value("uptake")).isEmpty();
        assertThat(form.value("effect")).isEmpty();
        assertThat(form.field("effect").choices().get(0).value()).isEmpty();
        assertThat(AdoptionForm.draft(AdoptionForm.empty().sent(sent("uptake", "as-is"))).effect())
                .isEmpty();
    }

    @Test
    void whatACenterDecidesMustBeChosen() {
        assertThatThrownBy(() -> AdoptionForm.draft(AdoptionForm.empty().sent(sent("note", "x"))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .extracting(error -> error.field())
                                        .containsExactly("uptake"));
    }

    @Test
    void whereALessonComesFromMustBeChosen() {
        Form fresh = LessonForm.fresh(LessonForm.empty(List.of()), Optional.empty());
        assertThat(fresh.value("source")).isEmpty();
        assertThat(fresh.field("source").choices().get(0).value()).isEmpty();
        assertThat(fresh.field("source").required()).isTrue();
    }
}
