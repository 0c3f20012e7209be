package org.tieline.itest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A center of its own, and machines that act in it. */
record House(String id, Api author, Api manager) {
    static House of(Api administrator) {
        String id = "l-" + UUID.randomUUID().toString().substring(0, 12);
        administrator.post("/centers", Bodies.center(id)).expect(201);
        return new House(
                id, with(administrator, id, "staff"), with(administrator, id, "center-manager"));
    }

    /** A machine that holds a role in it. */
    Api of(Api administrator, String role) {
        return switch (role) {
            case "staff" -> author;
            case "center-manager" -> manager;
            default -> with(administrator, id, role);
        };
    }

    private static Api with(Api administrator, String center, String role) {
        String account =
                administrator
                        .post(
                                "/service-accounts",
                                Bodies.account(role + " " + center, center, role))
                        .expect(201)
                        .get("id");
        return administrator.as(
                Administrator.secret(
                        administrator, account, List.of("*"), Duration.ofHours(1), Map.of()));
    }
}
