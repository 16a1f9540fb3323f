// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `.ci/vulnerabilities`, against a database of vulnerabilities that is ours: what is bad gives another status, and no
/// answer is never taken for nothing found.
class VulnerabilitiesTest {

    private static final String PYTHON = "/usr/bin/python3";

    /// A part of ours, and two of others.
    private static final String LIST = """
            {"components": [
              {"purl": "pkg:maven/nl.ddas/ddas-trust@0.1?type=jar"},
              {"purl": "pkg:maven/org.example/good@1.0?type=jar"},
              {"purl": "pkg:maven/org.example/other@2.1?type=jar"},
              {"name": "without a name in Maven"}]}
            """;

    /// What is known of each part, and what of each vulnerability.
    private static final String NOTHING = "{\"results\": [{}, {}]}";

    @TempDir
    private Path folder;

    private HttpServer database;
    private String known = NOTHING;
    private Map<String, String> about = Map.of();
    private String asked = "";

    @BeforeAll
    static void python() {
        if (!Files.isExecutable(Path.of(PYTHON))) {
            Launched.missing("Python 3 (Debian: apt-get install python3)");
        }
    }

    @BeforeEach
    void open() throws IOException {
        database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext("/v1/querybatch", exchange -> {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean further = question.contains("page_token");
            asked += question;
            answer(exchange, further ? "{\"results\": [{\"vulns\": [{\"id\": \"LATER-1\"}]}]}" : known);
        });
        database.createContext("/v1/vulns/", exchange -> {
            String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            answer(exchange, about.getOrDefault(id, "[]"));
        });
        database.start();
    }

    @AfterEach
    void close() {
        database.stop(0);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Launched ask(String list) throws IOException, InterruptedException {
        return ask(list, "http://127.0.0.1:" + database.getAddress().getPort() + "/");
    }

    private Launched ask(String list, String address) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("list.json"), list);
        return Launched.run(
                List.of(PYTHON, Checkout.ROOT.resolve(".ci/vulnerabilities").toString(), file.toString(), address));
    }

    @Test
    void nothingFoundIsGood() throws Exception {
        Launched done = ask(LIST);

        assertThat(done.said()).isEqualTo("vulnerabilities: 2 parts, 0 known vulnerabilities, 0 to act upon\n");
        assertThat(done.status()).isZero();
        assertThat(asked)
                .contains("pkg:maven/org.example/good@1.0\"", "other@2.1")
                .doesNotContain("nl.ddas", "type=");
    }

    @Test
    void theWorstComesFirstAndStops() throws Exception {
        known = "{\"results\": [{\"vulns\": [{\"id\": \"MILD-1\"}, {\"id\": \"OLD-1\"}]},"
                + " {\"vulns\": [{\"id\": \"BAD-1\"}, {\"id\": \"NEW-1\"}], \"next_page_token\": \"more\"}]}";
        about = Map.of(
                "MILD-1", "{\"database_specific\": {\"severity\": \"MODERATE\"}, \"summary\": \"a little\"}",
                "OLD-1", "{\"withdrawn\": \"2026-01-01T00:00:00Z\", \"database_specific\": {\"severity\": \"HIGH\"}}",
                "BAD-1", "{\"database_specific\": {\"severity\": \"HIGH\"}, \"summary\": \"much\"}",
                "LATER-1", "{\"database_specific\": {\"severity\": \"CRITICAL\"}}",
                "NEW-1", "{}");

        Launched done = ask(LIST);

        assertThat(done.said()).isEqualTo("""
                CRITICAL   pkg:maven/org.example/other@2.1 LATER-1
                HIGH       pkg:maven/org.example/other@2.1 BAD-1 much
                NOT JUDGED pkg:maven/org.example/other@2.1 NEW-1
                MODERATE   pkg:maven/org.example/good@1.0 MILD-1 a little
                vulnerabilities: 2 parts, 4 known vulnerabilities, 3 to act upon
                """);
        assertThat(done.status()).isEqualTo(1);
    }

    @Test
    void whatIsMildDoesNotStop() throws Exception {
        known = "{\"results\": [{\"vulns\": [{\"id\": \"MILD-1\"}]}, {}]}";
        about = Map.of("MILD-1", "{\"database_specific\": {\"severity\": \"LOW\"}}");

        Launched done = ask(LIST);

        assertThat(done.said()).contains("LOW ", "1 known vulnerabilities, 0 to act upon");
        assertThat(done.status()).isZero();
    }

    @Test
    void noListOrNoAnswerIsNotNothingFound() throws Exception {
        assertThat(ask("{}").status()).as("no parts").isEqualTo(3);
        assertThat(ask("{\"components\": []}").status()).as("an empty list").isEqualTo(3);
        assertThat(ask("nonsense").status()).as("no JSON").isEqualTo(3);
        assertThat(ask(LIST, "http://127.0.0.1:1").status()).as("nobody there").isEqualTo(3);
        known = "{\"results\": [{}]}";
        assertThat(ask(LIST).status()).as("too few answers").isEqualTo(3);
        known = "[]";
        assertThat(ask(LIST).status()).as("another answer").isEqualTo(3);
        known = "{\"results\": [{\"vulns\": [{\"id\": \"GONE-1\"}]}, {}]}";
        Launched done = ask(LIST);
        assertThat(done.said()).startsWith("vulnerabilities: nothing is known: ");
        assertThat(done.status()).as("a vulnerability of which nothing is told").isEqualTo(3);
    }
}
