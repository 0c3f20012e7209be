package org.tieline.web.internal;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tieline.api.FieldChange;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.access.Via;
import org.tieline.api.center.Center;
import org.tieline.api.center.CenterKind;
import org.tieline.api.center.CenterState;
import org.tieline.api.journal.Journal;
import org.tieline.api.journal.JournalLine;
import org.tieline.api.person.Person;
import org.tieline.api.person.Position;
import org.tieline.api.person.ServiceAccount;
import org.tieline.api.person.Token;
import org.tieline.web.Choice;
import org.tieline.web.Wording;

/** The plain words for what the API spells. */
public final class Labels {
    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    entry("fccPsapId", "FCC PSAP number"),
                    entry("timeZone", "Time zone"),
                    entry("neighbours", "Neighboring centers"),
                    entry("backups", "Backup centers"),
                    entry("login", "Sign-in name"),
                    entry("email", "E-mail"),
                    entry("center", "Center"),
                    entry("active", "Active"),
                    entry("expires", "Valid until"),
                    entry("scopes", "May do"),
                    entry("label", "What it is for"));

    /** The kinds of record whose fields we name ourselves. */
    private static final Set<String> OURS =
            Set.of(
                    Center.KIND,
                    Person.KIND,
                    ServiceAccount.KIND,
                    Token.KIND,
                    Position.KIND,
                    "journal");

    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    entry("created", "added"),
                    entry("updated", "changed"),
                    entry("signed-in", "signed in"),
                    entry("signed-out", "signed out"),
                    entry("sign-in-failed", "failed to sign in"),
                    entry("read", "read the audit trail"),
                    entry("refused", "was refused"));

    private static final Map<String, String> OPERATIONS =
            Map.ofEntries(
                    entry("*", "Everything that its roles allow"),
                    entry("center.read", "See centers"),
                    entry("center.create", "Add centers"),
                    entry("center.edit", "Change centers"),
                    entry("center.state", "Open and close centers"),
                    entry("center.directory", "See the names of all centers"),
                    entry("person.read", "See people"),
                    entry("person.edit", "Add, change, invite and unlock people"),
                    entry("account.read", "See service accounts"),
                    entry("account.edit", "Change service accounts and their tokens"),
                    entry("position.read", "See dispatch positions"),
                    entry("position.edit", "Mark and revoke dispatch positions"),
                    entry("journal.read", "Read, verify and export the audit trail"),
                    entry("system.health", "See system health"),
                    entry("system.metrics", "Read measurements"),
                    entry("operations.read", "See what tokens can be limited to"));

    private static final Map<String, String> VALUES =
            Stream.of(
                            Stream.of(CenterKind.values())
                                    .map(kind -> entry(spelled(kind), kind(kind))),
                            Stream.of(CenterState.values())
                                    .map(state -> entry(spelled(state), state(state))),
                            Stream.of(entry("true", "yes"), entry("false", "no")))
                    .flatMap(words -> words)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private static final List<Wording> BROUGHT = new CopyOnWriteArrayList<>();

    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");

    private static final Map<String, String> CHECKS =
            Map.of("process", "Program", "services", "Parts of the program", "store", "Database");

    private Labels() {}

    static void add(Wording wording) {
        BROUGHT.add(wording);
    }

    static void remove(Wording wording) {
        BROUGHT.remove(wording);
    }

    /** Returns our own word, or one that another bundle brings. */
    private static Optional<String> word(
            Map<String, String> own, Function<Wording, Map<String, String>> brought, String name) {
        return Stream.concat(Stream.of(own), BROUGHT.stream().map(brought))
                .map(words -> words.get(name))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Returns a day as people write it, such as Dec 6, 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Returns an enum's value as the API spells it. */
    public static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String role(Role role) {
        return switch (role) {
            case READER -> "Reader";
            case STAFF -> "Staff";
            case CHANGE_MANAGER -> "Change manager";
            case CENTER_MANAGER -> "Center manager";
            case ADMINISTRATOR -> "Administrator";
            case COORDINATOR -> "Coordinator";
        };
    }

    public static String about(Role role) {
        return switch (role) {
            case READER -> "Reads what the center shows to everybody in it.";
            case STAFF -> "Takes calls or leads a shift; works with the center's records.";
            case CHANGE_MANAGER -> "Prepares, schedules and leads changes.";
            case CENTER_MANAGER ->
                    "Answers for the center: approves, manages its people and tokens, reads its"
                            + " audit trail.";
            case ADMINISTRATOR -> "Sets Tieline up and keeps it running.";
            case COORDINATOR -> "Looks across several centers and promotes what works.";
        };
    }

    public static String kind(CenterKind kind) {
        return switch (kind) {
            case PRIMARY_PSAP -> "Primary PSAP";
            case SECONDARY_PSAP -> "Secondary PSAP";
            case BACKUP_PSAP -> "Backup PSAP";
            case CITY_311 -> "City 3-1-1";
            case OTHER -> "Other";
        };
    }

    public static String state(CenterState state) {
        return switch (state) {
            case PLANNED -> "Planned";
            case ACTIVE -> "Active";
            case CLOSED -> "Closed";
        };
    }

    public static String via(Via via) {
        return switch (via) {
            case PAGE -> "on the screen";
            case API -> "through the API";
            case SHELL -> "at the console";
            case SYSTEM -> "automatically";
        };
    }

    public static List<Choice> kinds() {
        return Stream.of(CenterKind.values()).map(k -> new Choice(spelled(k), kind(k))).toList();
    }

    public static List<Choice> states() {
        return Stream.of(CenterState.values()).map(s -> new Choice(spelled(s), state(s))).toList();
    }

    /** Returns a field's name in words, such as {@code Time zone} for {@code timeZone}. */
    public static String field(String name) {
        return word(FIELDS, Wording::fields, name).orElseGet(() -> capital(spaced(name)));
    }

    /** Returns the name of a field of a kind of record in words. */
    public static String field(String kind, String name) {
        List<Map<String, String>> known =
                BROUGHT.stream()
                        .map(wording -> wording.fields(kind))
                        .filter(words -> !words.isEmpty())
                        .toList();
        if (known.isEmpty() && !OURS.contains(kind)) {
            return field(name);
        }
        return Stream.concat(known.stream(), Stream.of(FIELDS))
                .map(words -> words.get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> capital(spaced(name)));
    }

    /** Returns a field's value in words; ids and free text stay as they are. */
    public static String value(String field, String value) {
        return value(field, value, ZoneId.of("UTC"));
    }

    /**
     * @param zone in which times are shown
     */
    public static String value(String field, String value, ZoneId zone) {
        if (field.equals("roles")) {
            return roles(value);
        }
        if (field.equals("scopes")) {
            return Stream.of(value.split(",\\s*"))
                    .map(Labels::operation)
                    .collect(Collectors.joining(", "));
        }
        if (value.equals(Caller.EVERYWHERE)) {
            return "the whole installation";
        }
        if (TIME.matcher(value).matches()) {
            return Times.shown(Instant.parse(value), zone);
        }
        return word(VALUES, Wording::values, value).orElse(value);
    }

    public static String action(String action) {
        return ACTIONS.getOrDefault(action, spaced(action));
    }

    /** Returns what was done in the history of a record, or to what belongs to it. */
    public static String told(JournalLine line) {
        return word(Map.of(), Wording::actions, line.record().kind() + "." + line.action())
                .orElseGet(() -> action(line.action()));
    }

    /** Returns what a part of a record says, if a line is about one that says something. */
    public static Optional<String> says(JournalLine line) {
        return line.changes().stream()
                .filter(change -> change.field().equals(Journal.SAYS))
                .findFirst()
                .flatMap(FieldChange::after);
    }

    /** Returns a kind of record in words, such as {@code service account}. */
    public static String record(String kind) {
        return spaced(kind);
    }

    /** Returns an operation's name in words, such as {@code Change centers}. */
    public static String operation(String name) {
        int dot = name.lastIndexOf('.');
        return word(OPERATIONS, Wording::operations, name)
                .orElseGet(
                        () ->
                                capital(
                                        dot < 0
                                                ? spaced(name)
                                                : spaced(name.substring(dot + 1))
                                                        + " "
                                                        + spaced(name.substring(0, dot))));
    }

    /** Returns the name of a health check in words. */
    public static String check(String name) {
        return CHECKS.getOrDefault(name, capital(name));
    }

    private static String roles(String value) {
        String words = value;
        for (Role role : Role.values()) {
            words = words.replace(role.name(), role(role).toLowerCase(Locale.ROOT));
            words = words.replace(spelled(role), role(role).toLowerCase(Locale.ROOT));
        }
        return words.replace("*", "the whole installation");
    }

    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replace('-', ' ')
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
