package org.tieline.demo.internal;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Via;
import org.tieline.api.center.Centers;
import org.tieline.api.error.Conflict;
import org.tieline.api.error.Invalid;
import org.tieline.api.error.Refusal;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;
import org.tieline.core.signin.Origin;
import org.tieline.core.signin.SignIn;
import org.tieline.spi.DemoRecords;

/**
 * With {@code TIELINE_DEMO=true}: three centers and a person in every role of each. What is there
 * already stays as it is; who has no password yet gets that of {@code TIELINE_DEMO_PASSWORD}, or a
 * random one that is printed once.
 */
@Component(
        immediate = true,
        service = {})
public final class Demonstration {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final Caller SELF = Caller.system("demonstration");
    private static final Origin ORIGIN =
            new Origin(Via.SYSTEM, "127.0.0.1", "demonstration", Optional.empty());

    private final Centers centers;
    private final People people;
    private final SignIn signIn;
    private final PrintStream out;
    private final DemoWriter records = new DemoWriter(SELF);

    /** Starts on a thread of its own: hashing all the passwords must not delay the start. */
    @Activate
    public Demonstration(
            @Reference Centers centers, @Reference People people, @Reference SignIn signIn) {
        this(centers, people, signIn, System.out);
        Thread thread = new Thread(() -> run(System.getenv()), "tieline-demonstration");
        thread.setDaemon(true);
        thread.start();
    }

    Demonstration(Centers centers, People people, SignIn signIn, PrintStream out) {
        this.centers = centers;
        this.people = people;
        this.signIn = signIn;
        this.out = out;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(DemoRecords some) {
        records.add(some);
    }

    void remove(DemoRecords some) {
        records.remove(some);
    }

    @Deactivate
    void stop() {
        records.stop();
    }

    void run(Map<String, String> environment) {
        if (!"true".equals(environment.get("TIELINE_DEMO"))) {
            return;
        }
        try {
            setUp(
                    Optional.ofNullable(environment.get("TIELINE_DEMO_PASSWORD"))
                            .filter(password -> !password.isEmpty()));
        } catch (Refusal e) {
            LOG.error("The demonstration could not be set up: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The demonstration could not be set up; start again to finish it", e);
        }
    }

    private void setUp(Optional<String> given) {
        for (DemoCenter center : DemoCenter.values()) {
            register(center);
        }
        List<Person> all = new ArrayList<>();
        for (PersonDraft draft : DemoPeople.all()) {
            all.add(person(draft));
        }
        List<Person> missing = all.stream().filter(person -> !person.passwordSet()).toList();
        if (missing.isEmpty()) {
            records.begin();
            out.println();
            out.println(
                    "The demonstration people are there already and keep their passwords; logins"
                            + " such as harbor-manager.");
            out.println();
            return;
        }
        String password = given.orElseGet(Demonstration::random);
        // a random password was lost if the first attempt stopped half way: all get the new one
        for (Person person : given.isPresent() ? missing : all) {
            if (!choose(person, password)) {
                return;
            }
        }
        records.begin();
        print(all, given.isPresent() ? "that of TIELINE_DEMO_PASSWORD" : password);
    }

    private void register(DemoCenter center) {
        try {
            centers.create(SELF, center.id(), center.draft());
        } catch (Conflict e) {
            LOG.debug("{} is there already", center.id());
        }
    }

    private Person person(PersonDraft draft) {
        return people
                .list(
                        SELF,
                        Optional.of(draft.center()),
                        Optional.of(draft.login()),
                        PageRequest.FIRST)
                .items()
                .stream()
                .filter(person -> person.facts().login().equals(draft.login()))
                .findFirst()
                .orElseGet(() -> people.create(SELF, draft));
    }

    private boolean choose(Person person, String password) {
        try {
            signIn.choosePassword(people.invite(SELF, person.id()), password, ORIGIN);
            return true;
        } catch (Invalid e) {
            LOG.error(
                    "The demonstration is not set up: TIELINE_DEMO_PASSWORD will not do for {}: {}."
                            + " Choose another and start again.",
                    person.facts().login(),
                    e.getMessage());
            return false;
        }
    }

    private static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return "demo-" + HexFormat.ofDelimiter("-").formatHex(bytes);
    }

    private void print(List<Person> all, String password) {
        out.println();
        out.println("The demonstration is ready. Every password is " + password);
        for (Person person : all) {
            out.printf(
                    "    %-20s %-20s %s%n",
                    person.facts().login(), person.facts().name(), person.facts().center());
        }
        out.println();
        out.flush();
    }
}
