package org.tieline.sharing.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tieline.sharing.redaction.Word.Style;
import org.tieline.spi.sharing.Detector.Span;

/**
 * Names of persons: behind a label, a title or a role, beside a unit, as the line of an ALI record,
 * or a first and a last name side by side. What stands around decides how much a word must look
 * like a name.
 */
final class PersonNames implements Rule {
    private static final int LONGEST = 5;

    /** Before a colon or in a table: what follows is a name in any form. */
    private static final Set<String> LABELS =
            words(
                    "NAME NAM NM SUB SUBSCRIBER CUST CUSTOMER LN FN LAST FIRST OWNER RO RP COMP COMPL COMPLAINANT CALLER PT PATIENT VIC VICTIM"
                            + " SUSP SUSPECT SUBJ SUBJECT WIT WITNESS DRIVER DRV PASS PASSENGER NOK KIN CONTACT PARTY PARENT MOTHER FATHER"
                            + " WIFE HUSBAND RESIDENT TENANT OCCUPANT INFORMANT REPORTER GUARDIAN INMATE DECEDENT ARRESTEE OPERATOR NURSE"
                            + " BY ATTN ATTENTION FROM DISPATCHER CALLTAKER OFFICER SUPERVISOR");

    /** Names of things. */
    private static final Set<String> NOT_OF_PERSONS =
            words(
                    "HOST FILE SERVER SYSTEM DOMAIN CENTER USER PRODUCT STREET COMPANY AGENCY SITE DEVICE UNIT VENDOR COUNTY CITY FIELD TABLE"
                            + " COLUMN DATABASE PROJECT SERVICE COMMON PLACE BUSINESS NETWORK CHANNEL TALKGROUP BRAND CODE THE");

    private static final Set<String> TITLES =
            words(
                    "MR MRS MS MISS MX DR PROF REV OFC OFCR OFF OFFICER SGT SERGEANT LT LIEUTENANT CAPT CAPTAIN CPT CPL CORPORAL PVT MAJ MAJOR"
                            + " COL COLONEL CHIEF DEP DEPUTY DET DETECTIVE TPR TROOPER INSP INSPECTOR SHERIFF CONSTABLE MARSHAL JUDGE COMMISSIONER"
                            + " AGENT NURSE RN LPN PARAMEDIC EMT FF FIREFIGHTER DISP DISPATCHER TELECOMMUNICATOR CALLTAKER OPERATOR SUPERVISOR"
                            + " SUPV SPVR DIRECTOR MAYOR SENATOR GOVERNOR COUNCILMAN COUNCILWOMAN FATHER SISTER BROTHER MOTHER CST PSD TCO MEDIC PTL PTLM PO"
                            + " NAMED DOCTOR PASTOR CHAPLAIN PRINCIPAL COACH ATTORNEY BATTALION BATT BN DIV DIST ASST ACTING SIR MADAM");

    private static final Set<String> ROLES =
            words(
                    "CALLER RP PARTY PATIENT PT VICTIM VIC SUSPECT SUSP COMPLAINANT COMP COMPL WITNESS WIT DRIVER DRV PASSENGER PASS RESIDENT"
                            + " SUBJECT SUBJ SUB SUBSCRIBER OWNER RO TENANT NEIGHBOR WIFE HUSBAND SON DAUGHTER UNCLE AUNT GRANDMOTHER GRANDFATHER PARENT"
                            + " BOYFRIEND GIRLFRIEND FRIEND PARTNER COUSIN NEPHEW NIECE SPOUSE FIANCE NOK EMPLOYEE MANAGER COORDINATOR TECHNICIAN"
                            + " TECH ENGINEER TRAINEE TRAINER CONTACT PLAINTIFF DEFENDANT ARRESTEE INMATE MEDICS CREW CUSTOMER CALLERS STUDENT TEACHER"
                            + " MOM DAD GUARDIAN BABYSITTER ROOMMATE LANDLORD ASSAILANT SHOOTER DECEDENT TO FOR OF NAMED WITH BY PER");

    /** Behind these even a lone name is one of a person. */
    private static final Set<String> SPOKEN = words("NAMED WITH PER ALIAS AKA");

    private static final Set<String> SPEAKING =
            words("SPOKE SPOKEN SPEAK SPEAKING SPEAKS TALKED TALKING TALK TALKS");

    private static final Set<String> PARTICLES =
            words("DE LA DEL VAN VON DER DEN ST DA DI DOS SAN BIN AL EL LE MC MAC O TER");
    private static final Set<String> SUFFIXES = words("JR SR II III IV");

    /** What follows the names of places, companies and laws. */
    private static final Set<String> NOT_AFTER =
            words(
                    "COUNTY COUNTIES CITY TOWN TOWNSHIP TWP VILLAGE PARISH BOROUGH ISLAND BEACH SPRINGS HEIGHTS HILLS FALLS CREEK RIVER LAKE VALLEY"
                            + " STREET ST AVENUE AVE ROAD RD DRIVE DR LANE LN BOULEVARD BLVD COURT CT HIGHWAY HWY PARKWAY PKWY WAY PLACE PL"
                            + " CIRCLE TRAIL PIKE TERRACE TER HOSPITAL SCHOOL CENTER CENTRE CLINIC COLLEGE UNIVERSITY CHURCH MALL PARK STATION AIRPORT"
                            + " BRIDGE TOWER BUILDING HALL HOUSE INC LLC CORP CORPORATION COMPANY CO SYSTEMS RADIO RADIOS COMMUNICATIONS TECHNOLOGIES"
                            + " TECHNOLOGY SOFTWARE GROUP SOLUTIONS NETWORKS CONSULTING ELECTRONICS INSTRUMENTS CONTROLS ACT LAW FOUNDATION COUNTIES"
                            + " METHOD TEST ALGORITHM CAD RMS SQUARE MEMORIAL MEDICAL POLICE FIRE SHERIFF EMS REGION AREA PSAP ECC");

    private static final Set<String> NOT_BEFORE =
            words("ST STE FORT FT LAKE MOUNT MT PORT SAINT SAN SANTA CAMP POINT CAPE NEW THE");

    private static final Pattern LABEL_END = Pattern.compile(" ?[:=|]['\" |]{0,3}");
    private static final Pattern GAP_0 = Pattern.compile("\\.? |, ?|\\.|[ ]?[\"'(]|[\"')] ?|/ ?");
    private static final Pattern GAP_1 = Pattern.compile("[./]? ?");
    private static final Pattern GAP_2 = Pattern.compile("\\.? |\\.|\\.?\n|, |: ");
    private static final Pattern GAP_3 = Pattern.compile(" |, | - | \\(|\n|: |/");
    private static final Pattern GAP_4 = Pattern.compile("\\.? |\\.|, ?|\n| ?\"|\" ?");
    private static final Pattern GAP_5 = Pattern.compile("\\.? ");
    private static final Pattern GAP_6 = Pattern.compile("[\")] ");
    private static final Pattern GAP_7 = Pattern.compile(",? ");
    private static final Pattern GAP_8 = Pattern.compile(" |'s |'S ");
    private static final Pattern GAP_9 = Pattern.compile(" [\"(]");
    private static final Pattern GAP_10 = Pattern.compile(", ?|/");
    private static final Pattern GAP_11 = Pattern.compile(" ?\"|\n");
    private static final Pattern NOT_BEHIND_INITIAL = Pattern.compile("[\\d/'&-]");
    private static final Pattern UNIT_BEFORE =
            Pattern.compile(
                    "(?<![\\w.$])(?:[A-Z]{1,3}-?\\d{1,4}|\\d{1,2}-?[A-Z]{1,5}-?\\d{0,4}|(?i:unit|car|engine|eng|medic|truck|ladder|squad|rescue|battalion|chief|position|pos|console|badge|id) ?#?\\d{1,4})(?: ?[(/] ?| - )$");
    private static final Pattern WHOLE_LINE =
            Pattern.compile(
                    "(?m)(?:^|(?<=[;|]))[ |]?(\\p{Lu}[\\p{Lu}'-]{1,25}, ?\\p{Lu}[\\p{Lu}'-]{1,25}(?: \\p{Lu}\\b\\.?)?)[ |]?(?:$|(?=[;|]))");

    private static Set<String> words(String text) {
        return Set.copyOf(List.of(text.split(" ")));
    }

    @Override
    public String kind() {
        return "name";
    }

    @Override
    public List<Span> find(FoldedText text) {
        return new Reading(text, Word.of(text)).names();
    }

    /** The reading of one text from its first word to its last. */
    private record Reading(FoldedText text, List<Word> words) {
        List<Span> names() {
            List<Span> found = new ArrayList<>();
            int at = 0;
            while (at < words.size()) {
                Optional<Range> range = nameFrom(at);
                range.ifPresent(
                        one ->
                                found.add(
                                        new Span(
                                                words.get(one.from).start(),
                                                words.get(one.to - 1).end())));
                at = range.map(one -> one.to).orElse(at + 1);
            }
            lines(found);
            return found;
        }

        /** Words from, inclusive, to, exclusive. */
        private record Range(int from, int to) {}

        private void lines(List<Span> found) {
            var matcher = WHOLE_LINE.matcher(text.text());
            while (matcher.find()) {
                String[] parts = matcher.group(1).split("[, ]+");
                if (!NameList.isOrdinary(parts[0]) && !NameList.isOrdinary(parts[1])) {
                    found.add(new Span(matcher.start(1), matcher.end(1)));
                }
            }
        }

        private Optional<Range> nameFrom(int at) {
            Word word = words.get(at);
            if (isLabel(at)) {
                int to = labeled(at + 1);
                if (to > at + 1) {
                    return Optional.of(new Range(at, to));
                }
            }
            if (TITLES.contains(word.key())) {
                int to = titled(at);
                if (to > 0) {
                    return Optional.of(new Range(at, to));
                }
            }
            if (ROLES.contains(word.key())) {
                int to = inRole(at);
                if (to > 0) {
                    return Optional.of(new Range(at, to));
                }
            }
            int to = standing(at);
            if (to < 0 && word.isName() && unitBefore(word)) {
                to = at + 1;
            }
            return to > 0 && !isPlace(at, to) ? Optional.of(new Range(at, to)) : Optional.empty();
        }

        private boolean unitBefore(Word word) {
            return word.style() != Style.SMALL && text.precededBy(UNIT_BEFORE, word.start());
        }

        private boolean isLabel(int at) {
            return LABELS.contains(words.get(at).key())
                    && (at == 0
                            || !NOT_OF_PERSONS.contains(words.get(at - 1).key())
                            || gap(at - 1).indexOf('\n') >= 0)
                    && at + 1 < words.size()
                    && (LABEL_END.matcher(gap(at)).matches()
                            || Set.of("LN", "FN").contains(words.get(at).key())
                                    && gap(at).equals(" ")
                            || Set.of("LAST", "FIRST").contains(words.get(at).key())
                                    && gap(at).equals(" ")
                                    && Set.of("OF", "NAME").contains(words.get(at + 1).key()));
        }

        private static boolean is(Pattern form, String gap) {
            return form.matcher(gap).matches();
        }

        private String gap(int at) {
            return text.text().substring(words.get(at).end(), words.get(at + 1).start());
        }

        /** Returns where a name behind a label ends. */
        private int labeled(int from) {
            int at = from;
            while (at < words.size()
                    && at < from + 3
                    && Set.of("OF", "NAME", "IS").contains(words.get(at).key())) {
                at++;
            }
            int begin = at;
            int names = 0;
            while (at < words.size() && at - begin < LONGEST) {
                Word word = words.get(at);
                boolean joined = at == begin || is(GAP_0, gap(at - 1));
                boolean name =
                        word.isName()
                                || word.isUnknown()
                                || word.isFirst()
                                || word.isLast() && word.style() != Style.SMALL;
                boolean middle = at - begin >= 2 && isMiddle(at - 1) && word.style() != Style.SMALL;
                boolean part =
                        middle
                                || word.isInitial()
                                || PARTICLES.contains(word.key())
                                || SUFFIXES.contains(word.key())
                                || TITLES.contains(word.key());
                if (!joined || !(name || part) || name && NOT_AFTER.contains(word.key())) {
                    break;
                }
                names += (name || middle) && !PARTICLES.contains(word.key()) ? 1 : 0;
                at++;
            }
            boolean company =
                    at < words.size()
                            && NOT_AFTER.contains(words.get(at).key())
                            && gap(at - 1).equals(" ");
            return names == 0 || company ? -1 : at;
        }

        private int titled(int title) {
            int at = title + 1;
            while (at < words.size()
                    && at <= title + LONGEST
                    && TITLES.contains(words.get(at).key())
                    && is(GAP_1, gap(at - 1))) {
                at++;
            }
            if (at >= words.size() || !is(GAP_2, gap(at - 1))) {
                return -1;
            }
            return run(at, true);
        }

        private int inRole(int role) {
            int at = role + 1;
            if (at >= words.size() || !is(GAP_3, gap(at - 1))) {
                return -1;
            }
            Word word = words.get(at);
            boolean spoken =
                    role > 0
                            && SPEAKING.contains(words.get(role - 1).key())
                            && Set.of("WITH", "TO").contains(words.get(role).key());
            if (spoken
                    && word.style() == Style.CAPITALIZED
                    && (word.isName() || word.isUnknown())
                    && !isPlace(at, at + 1)) {
                return Math.max(at + 1, run(at, false));
            }
            if (SPOKEN.contains(words.get(role).key())
                    && word.isName()
                    && gap(role).equals(" ")
                    && word.style() != Style.SMALL
                    && !isPlace(at, at + 1)) {
                return Math.max(at + 1, run(at, false));
            }
            if (Set.of("TO", "FOR", "OF", "WITH", "BY", "PER", "CREW", "MEDICS")
                    .contains(words.get(role).key())) {
                return -1;
            }
            return run(at, false);
        }

        /**
         * Returns where a name behind a title or role ends.
         *
         * @param title whether a word that is also an ordinary one may be a last name
         */
        private int run(int from, boolean title) {
            int at = from;
            int names = 0;
            Style style = null;
            while (at < words.size() && at - from < LONGEST) {
                Word word = words.get(at);
                if (at > from && !is(GAP_4, gap(at - 1))) {
                    break;
                }
                boolean comma = at > from && gap(at - 1).startsWith(",");
                if (comma
                        && !(word.isFirst()
                                && !word.isOrdinary()
                                && names == 1
                                && word.style() == Style.CAPITALS)) {
                    break;
                }
                if (word.isInitial()
                                && (names == 0 || !text.followedBy(NOT_BEHIND_INITIAL, word.end()))
                        || PARTICLES.contains(word.key()) && word.style() != Style.CAPITALS
                        || PARTICLES.contains(word.key())
                                && at + 1 < words.size()
                                && words.get(at + 1).isLast()
                                && !words.get(at + 1).isOrdinary()) {
                    at++;
                    continue;
                }
                if (!continues(word, names, style, title, at)) {
                    break;
                }
                style = word.style();
                names++;
                at++;
            }
            while (at > from && names > 0 && PARTICLES.contains(words.get(at - 1).key())) {
                at--;
            }
            return names == 0 || isPlace(from, at) ? -1 : at;
        }

        private boolean continues(Word word, int names, Style style, boolean title, int at) {
            if (word.style() == Style.SMALL) {
                return word.isName()
                        && (names > 0 ? style == Style.SMALL && word.isLast() : pairSmall(at));
            }
            if (names > 0 && at > 1 && isMiddle(at - 1)) {
                return true;
            }
            if (style != null
                    && style == Style.CAPITALIZED
                    && word.style() == Style.CAPITALS
                    && !word.isName()) {
                return false;
            }
            if (word.isName()) {
                return true;
            }
            boolean ambiguous = word.isLast() || word.isFirst();
            if (word.isOrdinary()) {
                return ambiguous
                        && (title || names > 0 || pairAt(at))
                        && (word.style() == Style.CAPITALIZED || names > 0 || title)
                        && !NOT_AFTER.contains(word.key());
            }
            return word.isUnknown()
                            && (word.style() == Style.CAPITALIZED
                                    || title && names == 0
                                    || names > 0 && word.key().length() > 2)
                    || !word.isUnknown() && !word.isOrdinary() && ambiguous;
        }

        /** Is it an initial behind a first name? */
        private boolean isMiddle(int at) {
            return at > 0
                    && words.get(at).isInitial()
                    && words.get(at - 1).isFirst()
                    && gap(at - 1).equals(" ");
        }

        private boolean pairAt(int at) {
            return at + 1 < words.size()
                    && words.get(at).isFirst()
                    && words.get(at + 1).isLast()
                    && gap(at).equals(" ");
        }

        private boolean pairSmall(int at) {
            return at + 1 < words.size()
                    && words.get(at).isFirst()
                    && (words.get(at + 1).isLast() && !words.get(at + 1).isOrdinary())
                    && gap(at).equals(" ");
        }

        /** Returns where a name that nothing announces ends. */
        private int standing(int at) {
            if (at + 1 >= words.size()) {
                return -1;
            }
            Word one = words.get(at);
            if (one.style() == Style.SMALL
                    ? one.isOrdinary() || !one.isFirst()
                    : !one.isFirst() && !one.isLast() && !one.isUnknown()) {
                return -1;
            }
            String gap = gap(at);
            int second = at + 1;
            if (second + 1 < words.size()
                    && words.get(second).isInitial()
                    && is(GAP_5, gap(second))
                    && gap.equals(" ")) {
                second++;
            }
            if (is(GAP_9, gap) && second + 1 < words.size() && is(GAP_6, gap(second))) {
                second++;
                gap = " ";
            }
            Word two = words.get(second);
            boolean alike = one.style() == two.style();
            if (is(GAP_10, gap) && second == at + 1) {
                return alike && lastFirst(one, two, gap) && !isList(second)
                        ? withInitial(second + 1)
                        : -1;
            }
            if (!(gap.equals(" ") || is(GAP_11, gap)) || !alike) {
                return -1;
            }
            if (one.style() == Style.SMALL) {
                return one.isFirst() && !one.isOrdinary() && two.isLast() && !two.isOrdinary()
                        ? second + 1
                        : -1;
            }
            boolean firstLast =
                    one.isFirst()
                            && (two.isLast() && (!one.isOrdinary() || !two.isOrdinary())
                                    || !one.isOrdinary()
                                            && two.isUnknown()
                                            && two.key().length() > 2
                                    || !one.isOrdinary() && second > at + 1);
            boolean inProse =
                    one.style() == Style.CAPITALIZED
                            && one.isFirst()
                            && two.isUnknown()
                            && two.key().length() > 3;
            boolean lastFirst =
                    one.style() == Style.CAPITALS
                            && one.isLast()
                            && !one.isOrdinary()
                            && two.isFirst()
                            && !two.isOrdinary();
            boolean strange =
                    one.style() == Style.CAPITALIZED
                            && one.isUnknown()
                            && two.isLast()
                            && !two.isOrdinary();
            if (firstLast || lastFirst || strange || inProse) {
                int end = second + 1;
                if (end < words.size()
                        && gap(second).equals(" ")
                        && words.get(end).style() == one.style()
                        && (words.get(end).isLast() && !words.get(end).isOrdinary()
                                || SUFFIXES.contains(words.get(end).key()))) {
                    end++;
                }
                return withInitial(end);
            }
            return -1;
        }

        /** In prose, names with commas and an "and" are rather places than a person. */
        private boolean isList(int at) {
            return words.get(at).style() == Style.CAPITALIZED
                    && at + 1 < words.size()
                    && is(GAP_7, gap(at))
                    && Set.of("AND", "OR").contains(words.get(at + 1).key());
        }

        private boolean lastFirst(Word one, Word two, String gap) {
            boolean capitals = one.style() == Style.CAPITALS;
            boolean last =
                    one.isLast() && (capitals || !one.isOrdinary()) || capitals && one.isUnknown();
            return one.style() != Style.SMALL
                    && last
                    && two.isFirst()
                    && (!two.isOrdinary() || capitals && gap.startsWith(",") && !one.isOrdinary())
                    && (!gap.equals("/") || capitals && !one.isOrdinary());
        }

        private int withInitial(int end) {
            return end < words.size()
                            && words.get(end).isInitial()
                            && gap(end - 1).equals(" ")
                            && !text.followedBy(NOT_BEHIND_INITIAL, words.get(end).end())
                    ? end + 1
                    : end;
        }

        /** Is it rather the name of a place, a company or a law? */
        private boolean isPlace(int from, int to) {
            boolean before =
                    from > 0
                            && NOT_BEFORE.contains(words.get(from - 1).key())
                            && is(GAP_5, gap(from - 1));
            boolean after =
                    to < words.size()
                            && NOT_AFTER.contains(words.get(to).key())
                            && words.get(to).style() != Style.SMALL
                            && is(GAP_8, gap(to - 1));
            boolean shares =
                    to < words.size()
                            && words.get(to).style() == Style.SMALL
                            && Set.of("COUNTY", "COUNTIES").contains(words.get(to).key());
            return before || after || shares;
        }
    }
}
