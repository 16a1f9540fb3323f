// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.ddas.basis.Headers;
import nl.ddas.systemtest.ApiDocument.Operation;
import nl.ddas.systemtest.ApiJudge.ApiAnswer;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What an API does is what its OpenAPI document says: every operation, with good and bad input made from the
/// document itself, over real sockets. One class for each API says where it runs and what it needs to know.
///
/// `-Dddas.api.zaad=N` repeats a run; the seed stands in each failure.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ApiContract extends ApiPart {

    private static final long SEED = Long.getLong("ddas.api.zaad", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("ddas.test.api", 5);

    /// Spoilt bodies for one operation in one run.
    private static final int MOST = Integer.getInteger("ddas.test.api.fout", 60);

    private static final int TOO_LARGE = 5 << 20;
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static void none(List<String> faults) {
        assertThat(faults).as("-Dddas.api.zaad=" + SEED).isEmpty();
    }

    @Test
    @Requirement({"adr/doc-openapi", "adr/date-time/format", "adr/http-response-code"})
    void goodInputIsAnsweredAsDescribed() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            Set<Integer> seen = new TreeSet<>();
            for (int round = 0; round < ROUNDS; round++) {
                Call call = good(operation, inputs(SEED + round));
                ApiAnswer answer = send(call);
                seen.add(answer.status());
                judge().faults(operation, answer)
                        .forEach(fault -> faults.add(operation + " " + call.parameters() + ": " + fault));
            }
            if (seen.stream().noneMatch(status -> status < 300)
                    && !withoutSuccess().contains(operation.id())) {
                faults.add(operation + " was never answered with success, only with " + seen);
            }
        }
        none(faults);
    }

    @Test
    @Requirement({"adr/error-handling/invalid-input", "adr/error-handling/problem-details"})
    void badBodiesAreRefusedAsDescribed() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            if (kinds(operation).isEmpty()) {
                continue;
            }
            Call call = good(operation, inputs(SEED));
            for (ApiInputs.Bad bad : badBodies(operation)) {
                String text = bad.value().isMissingNode()
                        ? "{\"kapot\": ["
                        : bad.value().toString();
                refused(withBody(operation, call.parameters(), bytes(text)), bad.what(), faults);
            }
        }
        none(faults);
    }

    private List<ApiInputs.Bad> badBodies(Operation operation) {
        List<ApiInputs.Bad> bad = new ArrayList<>();
        bad.add(new ApiInputs.Bad("no JSON", document().root().path("there is nothing here")));
        if (kinds(operation).getFirst().equals("application/json")) {
            ApiInputs inputs = inputs(SEED);
            List<ApiInputs.Bad> spoilt =
                    new ArrayList<>(inputs.bad(schema(operation), inputs.good(operation.id(), schema(operation))));
            Collections.shuffle(spoilt, new Random(SEED));
            bad.addAll(spoilt.subList(0, Math.min(spoilt.size(), MOST)));
        }
        return bad;
    }

    private void refused(Call call, String what, List<String> faults) throws IOException {
        ApiAnswer answer = send(call);
        String about = call.operation() + ", " + what + ": ";
        if (answer.status() / 100 != 4) {
            faults.add(about + "expected to be refused, was answered with " + answer.status());
        }
        judge().faults(call.operation(), answer).forEach(fault -> faults.add(about + fault));
    }

    @Test
    @Requirement({"adr/error-handling/invalid-input", "adr/error-handling/problem-details"})
    void badParametersAreRefusedAsDescribed() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            for (JsonNode parameter : document().parameters(operation)) {
                String name = parameter.path("name").asString();
                if (parameter.path("in").asString().equals("query")
                        && parameter.path("required").asBoolean(false)) {
                    Call less = good(operation, inputs(SEED));
                    less.parameters().remove(name);
                    refused(less, name + " is missing", faults);
                }
                if (!parameter.path("in").asString().equals("header")) {
                    badValues(operation, parameter, faults);
                }
            }
        }
        none(faults);
    }

    private void badValues(Operation operation, JsonNode parameter, List<String> faults) throws IOException {
        String name = parameter.path("name").asString();
        JsonNode schema = parameter.path("schema");
        boolean number = document().resolve(schema).path("type").asString().equals("integer");
        for (String value :
                List.of("geen getal", "-1", "1.5", "99999999999", "x".repeat(200), "§%00 \u0001", "$1$1$")) {
            boolean digits = number && value.matches("-?[0-9.]+");
            String json = digits ? value : "\"" + value.replace("\u0001", "\\u0001") + "\"";
            if (!document().faults(schema, json).isEmpty()) {
                Call call = good(operation, inputs(SEED));
                call.parameters().put(name, value);
                refused(call, name + " is " + value.substring(0, Math.min(value.length(), 12)), faults);
            }
        }
    }

    /// An unknown parameter changes nothing for the worse: the answer is one that the document has.
    @Test
    @Requirement("adr/doc-openapi")
    void anUnknownParameterIsAnsweredAsDescribed() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            Call call = good(operation, inputs(SEED));
            call.parameters().put("onbekendeParameter", "x");
            judge().faults(operation, send(call)).forEach(fault -> faults.add(operation + ": " + fault));
        }
        none(faults);
    }

    @Test
    @Requirement("adr/error-handling/problem-details")
    void aBodyThatIsTooLargeIsRefusedAsDescribed() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            if (!kinds(operation).isEmpty()) {
                Call call = good(operation, inputs(SEED));
                byte[] large = bytes("{\"x\": \"" + "x".repeat(TOO_LARGE) + "\"}");
                refused(withBody(operation, call.parameters(), large), "too large", faults);
            }
        }
        none(faults);
    }

    @Test
    @Requirement("adr/error-handling/problem-details")
    void anotherKindOfContentIsAnswered415() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            if (kinds(operation).isEmpty()) {
                continue;
            }
            for (String kind : List.of("text/plain", "application/xml")) {
                Call call = good(operation, inputs(SEED));
                Headers headers = call.headers().without(Set.of("content-type")).with("Content-Type", kind);
                ApiAnswer answer = send(new Call(operation, call.parameters(), headers, call.body()));
                if (answer.status() != 415) {
                    faults.add(operation + " as " + kind + " was answered with " + answer.status());
                }
                judge().faults(operation, answer).forEach(fault -> faults.add(operation + ": " + fault));
            }
        }
        none(faults);
    }

    @Test
    @Requirement("adr/http-methods")
    void anotherMethodIsAnswered405WithThoseThatAre() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            Call call = good(operation, inputs(SEED));
            Set<String> known = document().methods(operation.path());
            for (String method : METHODS) {
                if (known.contains(method)) {
                    continue;
                }
                ApiAnswer answer = send(method, path(call), Headers.NONE, new byte[0]);
                Set<String> allowed = new TreeSet<>(
                        List.of(answer.headers().first("Allow").orElse("").split(", ")));
                allowed.remove("HEAD");
                if (answer.status() != 405 || !allowed.equals(known)) {
                    faults.add(method + " " + operation.path() + " was answered with " + answer.status() + ", Allow: "
                            + allowed);
                }
                judge().faults(answer).forEach(fault -> faults.add(method + " " + operation.path() + ": " + fault));
            }
        }
        none(faults);
    }

    @Test
    @Requirement("adr/http-methods")
    void whoMayReadMayAskForTheHeadAlone() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            if (operation.method().equals("GET")) {
                Call call = good(operation, inputs(SEED));
                ApiAnswer whole = send(call);
                ApiAnswer head = send("HEAD", path(call), call.headers(), new byte[0]);
                if (head.status() != whole.status() || head.body().length > 0) {
                    faults.add("HEAD " + operation.path() + " was answered with " + head.status() + " and "
                            + head.body().length + " bytes");
                }
            }
        }
        none(faults);
    }

    @Test
    @Requirement({"adr/no-trailing-slash", "adr/path-segments-kebab-case"})
    void anUnknownPathIsAnswered404() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            Call call = good(operation, inputs(SEED));
            String path = path(new Call(operation, justPath(call), call.headers(), call.body()));
            int base = document().base(operation).length();
            for (String unknown : List.of(
                    path + "/",
                    path + "/dit-bestaat-niet/zeker-niet/en-nooit",
                    document().base() + "/dit-bestaat-niet",
                    path.substring(0, base) + path.substring(base).toUpperCase(Locale.ROOT))) {
                ApiAnswer answer = send(operation.method(), unknown, call.headers(), call.body());
                if (answer.status() != 404 || answer.headers().first("Location").isPresent()) {
                    faults.add(operation.method() + " " + unknown + " was answered with " + answer.status());
                }
                judge().faults(answer).forEach(fault -> faults.add(unknown + ": " + fault));
            }
        }
        none(faults);
    }

    private static Map<String, String> justPath(Call call) {
        Map<String, String> kept = new HashMap<>(call.parameters());
        kept.keySet().removeIf(name -> !call.operation().path().contains("{" + name + "}"));
        return kept;
    }

    @Test
    @Requirement({
        "adr/version-header",
        "adr/transport/security-headers",
        "adr/transport/cors",
        "adr/hide-implementation"
    })
    void aPageOfAnotherSiteGetsNoPermission() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            if (operation.path().equals("/openapi.json")) {
                continue;
            }
            Call call = good(operation, inputs(SEED));
            Headers headers = call.headers().with("Origin", "https://kwaad.example");
            ApiAnswer answer = send(new Call(operation, call.parameters(), headers, call.body()));
            answer.headers().lines().stream()
                    .filter(line -> line.name().toLowerCase(Locale.ROOT).startsWith("access-control-"))
                    .forEach(line -> faults.add(operation + ": " + line));
            judge().faults(answer).forEach(fault -> faults.add(operation + ": " + fault));
        }
        none(faults);
    }

    @Test
    @Requirement("adr/http-safety")
    void readingTwiceGivesTheSame() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document().operations()) {
            if (operation.method().equals("GET")) {
                Call call = good(operation, inputs(SEED));
                ApiAnswer first = send(call);
                ApiAnswer second = send(call);
                if (first.status() != second.status() || !first.text().equals(second.text())) {
                    faults.add(operation + " gave " + first.text() + " and then " + second.text());
                }
            }
        }
        none(faults);
    }

    @Test
    @Requirement("adr/publish-openapi")
    void theDescriptionIsForEveryone() throws IOException {
        ApiAnswer answer = send("GET", described(), Headers.of("Origin", "https://elders.example"), new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().all("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(ApiDocument.read(answer.body()).root()).isEqualTo(document().root());
        none(judge().faults(answer));
    }
}
