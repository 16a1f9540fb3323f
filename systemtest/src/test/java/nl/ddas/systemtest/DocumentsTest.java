// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the documents say is there, is there.
class DocumentsTest {

    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");
    private static final Path ARCHITECTURE = Checkout.ROOT.resolve("ARCHITECTURE.md");

    @Test
    void everyTypeNamedInTheArchitecturePageExists() {
        Assumptions.assumeTrue(Files.exists(ARCHITECTURE), "skipped: there is no ARCHITECTURE.md yet");
        Set<String> types = Checkout.javaFiles().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named = Checkout.groups(TYPE, ARCHITECTURE);

        assertThat(named).isNotEmpty();
        assertThat(named.stream().filter(type -> !types.contains(type)))
                .as("types that ARCHITECTURE.md names and the code does not have")
                .isEmpty();
    }

    @Test
    void theArchitecturePageShowsEveryModule() {
        Assumptions.assumeTrue(Files.exists(ARCHITECTURE), "skipped: there is no ARCHITECTURE.md yet");
        String page = Checkout.text(ARCHITECTURE);

        assertThat(Checkout.modules())
                .allSatisfy(module -> assertThat(page).contains(module.substring(module.lastIndexOf('/') + 1)));
    }

    /// The page explains all that stands in the OpenAPI files: addresses, parameters, headers, statuses.
    @ParameterizedTest
    @ValueSource(strings = {"bron", "verzamelaar"})
    @Requirement("S30")
    void theWayOfMessagesIsExplained(String part) {
        String page = Checkout.text(Checkout.ROOT.resolve("docs/nl/berichten.md"));
        JsonNode openapi = JsonMapper.shared()
                .readTree(Checkout.text(Checkout.ROOT.resolve(
                        "levering/%s/src/main/resources/nl/ddas/levering/%s/openapi.json".formatted(part, part))));
        Set<String> words = new TreeSet<>();
        for (var path : openapi.path("paths").properties()) {
            path.getValue().forEach(method -> {
                words.add(base(method) + path.getKey());
                words.addAll(method.path("responses").propertyNames());
            });
        }
        openapi.findValues("headers").forEach(headers -> words.addAll(headers.propertyNames()));
        openapi.path("components")
                .path("schemas")
                .forEach(schema -> words.addAll(schema.path("properties").propertyNames()));
        words.removeAll(Set.of("ApiVersion", "Handtekening"));

        assertThat(words).hasSizeGreaterThan(10);
        assertThat(words.stream().filter(word -> !page.contains(word)))
                .as("what docs/nl/berichten.md does not explain")
                .isEmpty();
    }

    /// What stands before a path: what lies fast has no version.
    private static String base(JsonNode method) {
        return method.at("/servers/0/url").asString("/v1").equals("/") ? "" : "/v1";
    }

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        List<String> broken = Checkout.documents().stream()
                .flatMap(page -> Checkout.groups(LINK, page).stream()
                        .filter(link -> !Files.exists(page.resolveSibling(link)))
                        .map(link -> Checkout.name(page) + " -> " + link))
                .toList();

        assertThat(broken).isEmpty();
    }
}
