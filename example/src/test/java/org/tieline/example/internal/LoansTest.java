package org.tieline.example.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.RecordRef;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.error.Forbidden;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.NotFound;
import org.tieline.api.error.Stale;
import org.tieline.api.record.RecordFilter;
import org.tieline.api.record.Stored;
import org.tieline.api.sharing.Shared;
import org.tieline.api.sharing.Sharing;
import org.tieline.core.internal.Engine;
import org.tieline.core.internal.Platform;
import org.tieline.core.internal.PlatformTest;
import org.tieline.core.record.RecordCsv;
import org.tieline.example.internal.LoanDraft.Equipment;
import org.tieline.rest.record.RoundTrip;
import org.tieline.sharing.SharingStore;
import org.tieline.sharing.internal.SqlSharing;

class LoansTest extends PlatformTest {
    private static final Map<Platform, Loans> OPEN = new ConcurrentHashMap<>();

    private final Loans loans =
            OPEN.computeIfAbsent(
                    platform, on -> new Loans(on.database.database(), on.access, on.centers));
    private final String center = platform.center();
    private final Caller staff = Platform.caller(center, Role.STAFF);

    LoansTest(Engine engine) {
        super(engine);
    }

    private static LoanDraft headsets(Optional<String> condition) {
        return new LoanDraft(
                "=Twelve headsets",
                Equipment.HEADSET,
                12,
                "Harbor County",
                Optional.empty(),
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 8),
                condition);
    }

    private Stored<LoanDraft, LoanState> lent() {
        return loans.create(staff, center, headsets(Optional.empty()));
    }

    @Test
    void everyFieldComesBack() {
        RoundTrip.check(Loans.TYPE.shape());
    }

    @Test
    void loansAreNumberedInTheirCenter() {
        int year = platform.clock.instant().atZone(ZoneId.of("America/Chicago")).getYear();
        assertThat(lent().number()).contains("L-" + year + "-0001");
        assertThat(lent().number()).contains("L-" + year + "-0002");
        assertThat(loans.get(staff, lent().id()).number()).contains("L-" + year + "-0003");
    }

    @Test
    void whatCameBackHasACondition() {
        Stored<LoanDraft, LoanState> loan = lent();
        assertThatThrownBy(() -> loans.move(staff, loan.id(), "return"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        lacking ->
                                assertThat(lacking.errors().get(0).field()).isEqualTo("condition"));
        loans.update(staff, loan.id(), 1, headsets(Optional.of("All work.")));
        assertThat(loans.move(staff, loan.id(), "return").state()).isEqualTo(LoanState.RETURNED);
        assertThat(loans.moves(staff, loan.id())).isEmpty();
    }

    @Test
    void noLoanIsDueBackBeforeItWasLent() {
        LoanDraft backwards =
                new LoanDraft(
                        " ",
                        Equipment.RADIO,
                        1,
                        "Harbor County",
                        Optional.empty(),
                        LocalDate.of(2026, 7, 8),
                        LocalDate.of(2026, 7, 1),
                        Optional.empty());
        assertThatThrownBy(() -> loans.create(staff, center, backwards))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        faults ->
                                assertThat(faults.errors())
                                        .extracting(fault -> fault.field())
                                        .containsExactly("title", "dueBack"));
    }

    @Test
    void othersNeitherReadNorListNorChangeThem() {
        Stored<LoanDraft, LoanState> loan = lent();
        Caller other = Platform.caller(platform.center(), Role.CENTER_MANAGER);
        assertThatThrownBy(() -> loans.get(other, loan.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> loans.move(other, loan.id(), "lose")).isInstanceOf(NotFound.class);
        assertThat(loans.list(other, RecordFilter.all(), page(10, Optional.empty())).items())
                .isEmpty();
        assertThatThrownBy(
                        () ->
                                loans.create(
                                        Platform.caller(center, Role.READER),
                                        center,
                                        headsets(Optional.empty())))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> loans.update(staff, loan.id(), 7, headsets(Optional.of("Broken"))))
                .isInstanceOf(Stale.class);
    }

    private static PageRequest page(int limit, Optional<String> cursor) {
        return new PageRequest(limit, cursor);
    }

    @Test
    void pagesMissAndDoubleNothingWhileLoansChange() {
        List<String> all =
                new ArrayList<>(IntStream.range(0, 7).mapToObj(i -> lent().id()).toList());
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Stored<LoanDraft, LoanState>> page =
                    loans.list(staff, RecordFilter.all(), page(3, cursor));
            page.items().forEach(loan -> seen.add(loan.id()));
            loans.move(staff, seen.get(0), "lose");
            lent();
            cursor = page.next();
        } while (cursor.isPresent());
        Collections.reverse(all);
        assertThat(seen).isEqualTo(all);
        RecordFilter<LoanState> lost =
                new RecordFilter<>(Optional.of(center), Set.of(LoanState.LOST));
        assertThat(loans.list(staff, lost, page(3, Optional.empty())).items())
                .extracting(Stored::id)
                .containsExactly(all.get(0));
    }

    @Test
    void aFileShowsThemAsASpreadsheetReadsThem() throws IOException {
        Stored<LoanDraft, LoanState> loan = lent();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        RecordCsv.write(Loans.TYPE, loans, staff, RecordFilter.all(), file);
        assertThat(file.toString(StandardCharsets.UTF_8))
                .startsWith("\ufeffNumber,Center,State,Title,Equipment,Quantity,Borrower,")
                .contains(
                        loan.number().orElseThrow()
                                + ","
                                + center
                                + ",lent,'=Twelve headsets,headset,12,Harbor County,,2026-07-01,"
                                + "2026-07-08,,");
    }

    @Test
    void anotherCenterTakesOverALoanWithoutWhoItTellsOf() {
        Stored<LoanDraft, LoanState> loan =
                loans.create(
                        staff, center, headsets(Optional.of("Call Mr. John Doe at 555-123-4567.")));
        String other = platform.center();
        Caller theirs = Platform.caller(other, Role.STAFF);
        Sharing sharing =
                SqlSharing.of(
                        new SharingStore(platform.database.database()),
                        platform.access,
                        platform.centers,
                        List.of(new SharedLoans(loans)));
        Shared shared = sharing.publish(staff, loan.ref(), false, Set.of(other), Set.of());
        RecordRef made =
                sharing.adopt(theirs, shared.ref(), other, Optional.empty()).made().orElseThrow();
        LoanDraft copy = loans.get(theirs, made.id()).facts();
        assertThat(copy.condition().orElseThrow()).doesNotContain("Doe").doesNotContain("4567");
        assertThat(copy.quantity()).isEqualTo(12);
        assertThatThrownBy(
                        () ->
                                sharing.get(
                                        Platform.caller(platform.center(), Role.STAFF),
                                        shared.ref()))
                .isInstanceOf(NotFound.class);
    }
}
