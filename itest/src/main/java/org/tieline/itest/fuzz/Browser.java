package org.tieline.itest.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tieline.itest.Api;

/**
 * A person's session, and the links and forms of the pages that it has seen. When the session ends,
 * as it may by what is sent, another person takes the place.
 */
final class Browser {
    private static final String PASSWORD = "meadow-lantern-behind-the-ferry-83";
    private static final int MOST_PAGES = 400;
    private static final Set<String> NEVER = Set.of("/sign-out");

    /** A form as the page shows it: where it goes, and its fields with their values. */
    private record Form(
            String method, String action, boolean multipart, List<Message.Pair> fields) {}

    private final Wire wire;
    private final Optional<Api> administrator;
    private final List<Map<String, String>> roles;
    private final String center;
    private final Random random;
    private final Set<String> links = new LinkedHashSet<>(List.of("/", "/sign-in"));
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private List<String> linkList = List.of("/");
    private List<Form> formList = List.of();
    private Optional<String> cookie = Optional.empty();
    private int visited;

    /**
     * @param administrator makes the people; empty for somebody who does not sign in
     * @param roles what they hold
     */
    Browser(
            Wire wire,
            Optional<Api> administrator,
            String center,
            List<Map<String, String>> roles,
            Random random) {
        this.wire = wire;
        this.administrator = administrator;
        this.roles = roles;
        this.center = center;
        this.random = random;
        signIn();
    }

    private void signIn() {
        if (administrator.isEmpty()) {
            return;
        }
        Api api = administrator.get();
        String login = "fuzz-" + UUID.randomUUID();
        String id =
                api.post(
                                "/people",
                                Map.of(
                                        "login", login, "name", "Pat Doe", "center", center,
                                        "active", true, "roles", roles))
                        .expect(201)
                        .get("id");
        String link =
                api.send("POST", "/people/" + id + "/invitation", Optional.empty(), Map.of())
                        .expect(201)
                        .get("link");
        String code = link.replaceFirst(".*code=", "");
        try {
            form("/password", "code=" + code + "&password=" + PASSWORD + "&again=" + PASSWORD);
            Exchange.Answer in = form("/sign-in", "login=" + login + "&password=" + PASSWORD);
            cookie =
                    in.headers().getOrDefault("set-cookie", List.of()).stream()
                            .map(set -> set.replaceFirst(";.*", ""))
                            .filter(set -> set.contains("session"))
                            .findFirst();
            if (cookie.isEmpty()) {
                throw new IllegalStateException("Could not sign in: " + in.text());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Exchange.Answer form(String path, String body) throws IOException {
        return wire.send(
                new Message("POST", path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .body(body),
                true);
    }

    /** A request that is right: a link of a page, or one of its forms filled in. */
    Message any() {
        if (!formList.isEmpty() && random.nextInt(2) == 0) {
            return filled(formList.get(random.nextInt(formList.size())));
        }
        return with(new Message("GET", linkList.get(random.nextInt(linkList.size()))));
    }

    private Message with(Message message) {
        cookie.ifPresent(session -> message.header("Cookie", session));
        return message;
    }

    private Message filled(Form form) {
        List<Message.Pair> fields = new ArrayList<>();
        for (Message.Pair field : form.fields()) {
            fields.add(
                    new Message.Pair(
                            field.name(),
                            field.value().isEmpty() && random.nextInt(3) > 0
                                    ? "Radio " + random.nextInt(1_000)
                                    : field.value()));
        }
        Message message = with(new Message(form.method(), form.action()));
        if (form.method().equals("GET")) {
            message.query.addAll(fields);
            return message;
        }
        if (form.multipart()) {
            StringBuilder body = new StringBuilder();
            for (Message.Pair field : fields) {
                body.append("--edge\r\nContent-Disposition: form-data; name=\"")
                        .append(field.name())
                        .append(field.name().contains("file") ? "\"; filename=\"a.csv" : "")
                        .append("\"\r\n\r\n")
                        .append(field.value())
                        .append("\r\n");
                if (field.name().equals("csrf")) {
                    message.header("X-CSRF-Token", field.value());
                }
            }
            return message.header("Content-Type", "multipart/form-data; boundary=edge")
                    .body(body + "--edge--\r\n");
        }
        StringBuilder body = new StringBuilder();
        for (Message.Pair field : fields) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(Message.encode(field.name()))
                    .append('=')
                    .append(Message.encode(field.value()));
        }
        return message.header("Content-Type", "application/x-www-form-urlencoded")
                .body(body.toString());
    }

    /** Learns from what came back. */
    void saw(Message message, Exchange.Answer answer) {
        String location = answer.header("location").orElse("");
        if (administrator.isPresent()
                && answer.status() == 303
                && location.contains("/sign-in")
                && message.headers.stream()
                        .filter(header -> header.name().equalsIgnoreCase("Cookie"))
                        .map(Message.Pair::value)
                        .toList()
                        .equals(cookie.stream().toList())) {
            forget();
            return;
        }
        if (location.startsWith("/")) {
            link(location);
        }
        if (answer.status() == 200
                && visited < MOST_PAGES
                && answer.header("content-type").orElse("").startsWith("text/html")) {
            visited++;
            learn(Jsoup.parse(answer.text()), message.path);
        }
    }

    private void forget() {
        links.clear();
        links.add("/");
        forms.clear();
        visited = 0;
        lists();
        signIn();
    }

    private void link(String address) {
        String plain = address.replaceFirst("#.*", "");
        if (plain.startsWith("/")
                && !plain.startsWith("//")
                && !plain.startsWith("/assets/")
                && !plain.startsWith("/api/")
                && links.size() < 4 * MOST_PAGES) {
            links.add(plain);
            linkList = List.copyOf(links);
        }
    }

    private void learn(Document page, String path) {
        for (Element link : page.select("a[href], [data-href], [hx-get]")) {
            for (String attribute : List.of("href", "data-href", "hx-get")) {
                link(link.attr(attribute));
            }
        }
        for (Element element : page.select("form")) {
            String given = element.attr("action");
            String action = given.startsWith("/") ? given : path;
            if (NEVER.contains(action)) {
                continue;
            }
            List<Message.Pair> fields = fields(element);
            String shape =
                    element.attr("method")
                            + action
                            + fields.stream().map(Message.Pair::name).distinct().toList();
            boolean post = element.attr("method").equalsIgnoreCase("post");
            forms.put(
                    shape,
                    new Form(
                            post ? "POST" : "GET",
                            action,
                            element.select("input[type=file]").size() > 0,
                            fields));
        }
        lists();
    }

    private void lists() {
        linkList = List.copyOf(links);
        formList = List.copyOf(forms.values());
    }

    private List<Message.Pair> fields(Element form) {
        List<Message.Pair> fields = new ArrayList<>();
        for (Element field :
                form.select("input[name], textarea[name], select[name], button[name]")) {
            String name = field.attr("name");
            switch (field.normalName()) {
                case "textarea" -> fields.add(new Message.Pair(name, field.wholeText()));
                case "select" -> {
                    List<String> options = field.select("option").eachAttr("value");
                    String chosen =
                            options.contains(center)
                                    ? center
                                    : options.isEmpty()
                                            ? ""
                                            : options.get(random.nextInt(options.size()));
                    fields.add(new Message.Pair(name, chosen));
                }
                case "button" -> {
                    if (fields.stream().noneMatch(other -> other.name().equals(name))) {
                        fields.add(new Message.Pair(name, field.attr("value")));
                    }
                }
                default -> {
                    boolean box = field.attr("type").matches("checkbox|radio");
                    if (!box || field.hasAttr("checked") || random.nextInt(3) == 0) {
                        fields.add(new Message.Pair(name, field.attr("value")));
                    }
                }
            }
        }
        return fields;
    }
}
