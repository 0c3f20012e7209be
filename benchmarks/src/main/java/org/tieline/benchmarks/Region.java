package org.tieline.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up region: 20 centers in a ring of backups, their people, and 5,000 assets. In each center
 * services rest on systems, these on servers, networks, power and sites, with an alternative here
 * and there; the phone systems of all rest on networks of the state, and a few suppliers serve all.
 */
final class Region {
    static final int CENTERS = 20;
    static final int ASSETS = 5_000;
    private static final int IMPLEMENTERS = 8;
    private static final int SUPPLIERS = 12;
    private static final int STATE_NETWORKS = 4;
    private static final int SYSTEMS = 30;
    private static final List<String> SYSTEM_KINDS =
            List.of(
                    "phone-system",
                    "cad",
                    "radio",
                    "recorder",
                    "ali-link",
                    "text-to-911",
                    "mapping",
                    "logging",
                    "database");
    private static final Map<String, String> CALL_PATHS =
            Map.of(
                    "phone-system", "wireline,wireless,transfer",
                    "radio", "radio",
                    "recorder", "recorder",
                    "ali-link", "ali-ani",
                    "text-to-911", "text");

    /**
     * A center.
     *
     * @param implementers ids and names of people
     * @param near ids of assets that are changed often, and on which little rests
     * @param deep ids of those on which much rests, those of all centers included
     */
    record Center(
            String id, Map<String, String> implementers, List<String> near, List<String> deep) {}

    private final Random random = new Random(42);
    private final List<Center> centers = new ArrayList<>();
    private final List<String> suppliers = new ArrayList<>();
    private final List<String> stateNetworks = new ArrayList<>();
    private final Instant now;
    private int left = ASSETS;

    Region(Instant now) {
        this.now = now;
    }

    List<Center> centers() {
        return centers;
    }

    void write(Connection to) throws SQLException {
        writeCenters(to);
        try (Assets assets = new Assets(to)) {
            writeShared(assets);
            for (int i = 0; i < CENTERS; i++) {
                centers.add(writeCenter(to, assets, i));
            }
        }
        to.commit();
    }

    private static String center(int number) {
        return String.format(Locale.ROOT, "bench-%02d", number);
    }

    private void writeCenters(Connection to) throws SQLException {
        try (Rows rows =
                        new Rows(
                                to,
                                "core.center",
                                "id",
                                "name",
                                "search_text",
                                "kind",
                                "time_zone",
                                "state",
                                "version",
                                "created",
                                "updated");
                Rows backups = new Rows(to, "core.center_backup", "center", "backup", "place");
                Rows loads =
                        new Rows(
                                to,
                                "changes.call_profile",
                                "center",
                                "calls",
                                "source",
                                "version",
                                "created",
                                "updated")) {
            for (int i = 0; i < CENTERS; i++) {
                String id = center(i);
                String name = "Center " + i;
                rows.add(
                        id,
                        name,
                        (id + " " + name).toLowerCase(Locale.ROOT),
                        "primary-psap",
                        i % 2 == 0 ? "America/New_York" : "America/Chicago",
                        "active",
                        1L,
                        now,
                        now);
                loads.add(id, calls(), "made up", 1L, now, now);
            }
            rows.write();
            for (int i = 0; i < CENTERS; i++) {
                backups.add(center(i), center((i + 1) % CENTERS), 0);
            }
        }
    }

    private String calls() {
        return IntStream.range(0, 168)
                .map(hour -> hour % 24)
                .mapToObj(hour -> hour < 6 ? 8 : 20 + 30 * (hour - 6) / 12 % 60)
                .map(calls -> String.valueOf((double) (calls + random.nextInt(8))))
                .collect(Collectors.joining(","));
    }

    private void writeShared(Assets assets) throws SQLException {
        List<String> all = IntStream.range(0, CENTERS).mapToObj(Region::center).toList();
        for (int i = 0; i < SUPPLIERS; i++) {
            suppliers.add(assets.add("Supplier " + i, "supplier", "medium", null, all));
        }
        for (int i = 0; i < STATE_NETWORKS; i++) {
            stateNetworks.add(
                    assets.add("State network " + i, "network", "vital", suppliers.get(i), all));
        }
    }

    private Center writeCenter(Connection to, Assets assets, int number) throws SQLException {
        int budget = left / (CENTERS - number);
        int begun = left;
        List<String> home = List.of(center(number));
        List<String> sites = some(assets, home, "site", "vital", 2, List.of());
        List<String> power = some(assets, home, "power", "vital", 4, sites);
        List<String> networks = some(assets, home, "network", "high", 8, power);
        List<String> servers = some(assets, home, "server", "medium", 40, networks);
        List<String> systems = new ArrayList<>();
        for (int i = 0; i < SYSTEMS; i++) {
            String kind = SYSTEM_KINDS.get(i % SYSTEM_KINDS.size());
            String system =
                    assets.add(
                            kind + " " + i,
                            kind,
                            i < SYSTEM_KINDS.size() ? "vital" : "high",
                            pick(suppliers),
                            home);
            assets.rest(system, 0, List.of(pick(servers), pick(servers)));
            assets.rest(system, 1, List.of(pick(networks)));
            if (kind.equals("phone-system")) {
                assets.rest(system, 2, List.of(pick(stateNetworks)));
            }
            systems.add(system);
        }
        for (int i = 0; i < 10; i++) {
            String service = assets.add("Service " + i, "service", "vital", null, home);
            for (int place = 0; place < 3; place++) {
                assets.rest(service, place, List.of(systems.get((i * 3 + place) % SYSTEMS)));
            }
        }
        List<String> workstations = new ArrayList<>();
        while (begun - left < budget) {
            String workstation =
                    assets.add(
                            "Workstation " + workstations.size(), "workstation", "low", null, home);
            assets.rest(workstation, 0, List.of(pick(networks)));
            workstations.add(workstation);
        }
        List<String> near = new ArrayList<>(servers);
        near.addAll(systems);
        near.addAll(workstations);
        List<String> deep = new ArrayList<>(stateNetworks);
        deep.addAll(networks);
        deep.addAll(power);
        return new Center(center(number), people(to, number), near, deep);
    }

    private List<String> some(
            Assets assets,
            List<String> home,
            String kind,
            String criticality,
            int count,
            List<String> below)
            throws SQLException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String asset = assets.add(kind + " " + i, kind, criticality, pick(suppliers), home);
            if (!below.isEmpty()) {
                assets.rest(
                        asset,
                        0,
                        i % 3 == 0
                                ? List.of(below.get(i % below.size()))
                                : List.of(
                                        below.get(i % below.size()),
                                        below.get((i + 1) % below.size())));
            }
            made.add(asset);
        }
        return made;
    }

    private Map<String, String> people(Connection to, int number) throws SQLException {
        Map<String, String> people = new LinkedHashMap<>();
        try (Rows rows =
                        new Rows(
                                to,
                                "core.person",
                                "id",
                                "login",
                                "login_key",
                                "name",
                                "search_text",
                                "center",
                                "active",
                                "version",
                                "created",
                                "updated");
                Rows grants = new Rows(to, "core.role_grant", "person", "center", "role_name");
                Rows lists = new Rows(to, "core.center_person", "center", "login_key", "person")) {
            for (int i = 0; i < IMPLEMENTERS; i++) {
                String id = id();
                String login = "bench." + number + "." + i;
                String name = "Implementer " + i + " of center " + number;
                people.put(id, name);
                rows.add(
                        id,
                        login,
                        login,
                        name,
                        (login + " " + name).toLowerCase(Locale.ROOT),
                        center(number),
                        true,
                        1L,
                        now,
                        now);
                rows.write();
                grants.add(id, center(number), "change-manager");
                lists.add(center(number), login, id);
            }
        }
        return people;
    }

    private String pick(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The rows of the service map. */
    private final class Assets implements AutoCloseable {
        private final Rows assets;
        private final Rows placed;
        private final Rows windows;
        private final Rows supports;

        Assets(Connection to) throws SQLException {
            assets =
                    new Rows(
                            to,
                            "assets.asset",
                            "id",
                            "center",
                            "name",
                            "name_key",
                            "search_text",
                            "kind",
                            "state",
                            "criticality",
                            "supplier",
                            "call_paths",
                            "version",
                            "created",
                            "updated");
            placed = new Rows(to, "assets.asset_center", "center", "name_key", "asset", "kind");
            windows =
                    new Rows(
                            to,
                            "assets.asset_window",
                            "asset",
                            "place",
                            "weekday",
                            "from_time",
                            "to_time");
            supports =
                    new Rows(to, "assets.asset_support", "asset", "place", "choice", "supporter");
        }

        /**
         * @param seenBy the center that it belongs to, then those that it is shared with
         */
        String add(
                String name, String kind, String criticality, String supplier, List<String> seenBy)
                throws SQLException {
            String id = id();
            String key = name.toLowerCase(Locale.ROOT);
            assets.add(
                    id,
                    seenBy.get(0),
                    name,
                    key,
                    key + " ",
                    kind,
                    "in-use",
                    criticality,
                    supplier,
                    CALL_PATHS.getOrDefault(kind, ""),
                    1L,
                    now,
                    now);
            assets.write();
            for (String center : seenBy) {
                placed.add(center, key, id, kind);
            }
            if (random.nextInt(10) == 0) {
                windows.add(id, 0, DayOfWeek.WEDNESDAY.getValue(), "01:00", "05:00");
            }
            left--;
            return id;
        }

        void rest(String asset, int place, List<String> choices) throws SQLException {
            List<String> different = choices.stream().distinct().toList();
            for (int i = 0; i < different.size(); i++) {
                supports.add(asset, place, i, different.get(i));
            }
        }

        @Override
        public void close() throws SQLException {
            assets.close();
            placed.close();
            windows.close();
            supports.close();
        }
    }
}
