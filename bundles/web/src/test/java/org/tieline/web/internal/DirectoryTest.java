package org.tieline.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tieline.core.access.PlatformOperations;
import org.tieline.web.Choice;
import org.tieline.web.Field;

/** In this world there are more centers than one page of the directory holds. */
class DirectoryTest {
    private final World world = new World(false, UnaryOperator.identity());

    @Test
    void whoReachesMoreCentersThanAListHoldsTypesTheName() {
        CenterChoices choices =
                Directory.of(world.centers, world.administrator())
                        .choices(world.access, PlatformOperations.CENTER_READ);
        assertThat(choices.all()).isFalse();
        Field field = choices.field("center", "Center");
        assertThat(field.kind()).isEqualTo(Field.Kind.TEXT);
        assertThat(field.lookUp()).isEqualTo("/api/v1/directory");
    }

    @Test
    void whoReachesAFewCentersChoosesAmongThem() {
        CenterChoices choices =
                Directory.of(world.centers, world.reader())
                        .choices(world.access, PlatformOperations.CENTER_READ);
        assertThat(choices.all()).isTrue();
        assertThat(choices.choices()).extracting(Choice::value).containsExactly("harbor-county");
        assertThat(choices.field("center", "Center").kind()).isEqualTo(Field.Kind.SELECT);
    }

    @Test
    void aCenterIsTypedByItsIdOrItsName() {
        Directory directory = Directory.of(world.centers, world.reader());
        assertThat(directory.id("harbor-county")).isEqualTo("harbor-county");
        assertThat(directory.id(world.harbor().facts().name().toUpperCase()))
                .isEqualTo("harbor-county");
        assertThat(directory.id("Nowhere")).isEqualTo("Nowhere");
    }
}
