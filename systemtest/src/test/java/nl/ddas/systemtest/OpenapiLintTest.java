// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.testkit.ReferenceFiles;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every OpenAPI file that we publish, as it is sent, keeps the rules of the NL Gov API Design Rules, by the linter and
/// the rule set that the government publishes for them.
class OpenapiLintTest {

    private static final String RULES = "reference/adr/linter.yaml";

    @TempDir
    static Path map;

    private static final Path DECISION_POINT =
            Checkout.ROOT.resolve("access/src/main/resources/nl/ddas/access/openapi.json");

    private static Proefopstelling opstelling;

    @BeforeAll
    static void begin() throws Exception {
        opstelling = new Proefopstelling(map.resolve("stelsel"));
    }

    @AfterAll
    static void end() {
        opstelling.close();
    }

    @Test
    @Requirement({"S7", "S8", "adr/lint/bron"})
    void theSuppliersApiKeepsTheDesignRules() throws Exception {
        lint(opstelling.haal(opstelling.bron.poort(), "/v1/openapi.json"));
    }

    @Test
    @Requirement({"S8", "S48", "adr/lint/seed"})
    void theSuppliersApiForEncryptedMessagesKeepsTheDesignRules() throws Exception {
        lint(opstelling.haal(opstelling.bron.poort(), "/seed-2024-07/openapi.json"));
    }

    @Test
    @Requirement({"S8", "S33", "adr/lint/tokens"})
    void theSuppliersApiForTokensKeepsTheDesignRules() throws Exception {
        lint(opstelling.haal(opstelling.bron.poort(), "/oauth/openapi.json"));
    }

    @Test
    @Requirement({"S7", "S8", "adr/lint/verzamelaar"})
    void theCollectorsApiKeepsTheDesignRules() throws Exception {
        lint(opstelling.haal(opstelling.verzamelaar.poort(), "/v1/openapi.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal-api.json", "management-api.json"})
    @Requirement({"adr/lint/registration", "adr/lint/management"})
    void theManagersOwnApisKeepTheDesignRules(String name) throws Exception {
        lint(Files.readAllBytes(managers(name)));
    }

    @Test
    @Requirement("adr/lint/access")
    void theApiOfTheDecisionPointKeepsTheDesignRules() throws Exception {
        lint(Files.readAllBytes(DECISION_POINT));
    }

    @Test
    @Requirement({"READ-6", "READ-7", "adr/lint/lezen"})
    void theReadApiOfALogKeepsTheDesignRules() throws Exception {
        lint(LezenApiTest.openapi());
    }

    @Test
    @Requirement({"LDV-R11", "adr/lint/register"})
    void theApiOfTheRegisterKeepsTheDesignRules() throws Exception {
        lint(ActiviteitenApiTest.openapi());
    }

    private static Path managers(String name) {
        return Checkout.ROOT.resolve("fsc/manager/src/main/resources/nl/ddas/fsc/manager/" + name);
    }

    @Test
    @Requirement("S49")
    void everyOperationAnswerAndFieldIsExplained() throws Exception {
        List<byte[]> documents = List.of(
                opstelling.haal(opstelling.bron.poort(), "/v1/openapi.json"),
                opstelling.haal(opstelling.bron.poort(), "/seed-2024-07/openapi.json"),
                opstelling.haal(opstelling.bron.poort(), "/oauth/openapi.json"),
                opstelling.haal(opstelling.verzamelaar.poort(), "/v1/openapi.json"),
                Files.readAllBytes(managers("internal-api.json")),
                Files.readAllBytes(managers("management-api.json")),
                Files.readAllBytes(DECISION_POINT),
                LezenApiTest.openapi(),
                ActiviteitenApiTest.openapi());
        for (byte[] bytes : documents) {
            JsonNode document = JsonMapper.shared().readTree(bytes);
            List<String> silent = new ArrayList<>();
            for (String pointer : fields(document, "", new ArrayList<>())) {
                JsonNode part = document.at(pointer);
                if (!part.has("description") && !part.has("summary") && !part.has("$ref")) {
                    silent.add(pointer);
                }
            }
            assertThat(silent).isEmpty();
        }
    }

    /// Pointers to all that a reader may ask about: operations, parameters, answers, and fields of messages.
    private static List<String> fields(JsonNode node, String at, List<String> found) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                fields(node.get(i), at + "/" + i, found);
            }
        }
        for (var child : node.properties()) {
            String below = at + "/" + child.getKey().replace("~", "~0").replace("/", "~1");
            // A field may be called properties too.
            boolean field = at.endsWith("/properties") && !at.endsWith("/properties/properties");
            if (field || at.endsWith("/responses") || at.matches("/paths/[^/]+")) {
                found.add(below);
            }
            fields(child.getValue(), below, found);
        }
        return found;
    }

    @Test
    void theLinterSeesAFault() throws Exception {
        byte[] good = opstelling.haal(opstelling.verzamelaar.poort(), "/v1/openapi.json");
        String bad = new String(good, StandardCharsets.UTF_8).replace("\"API-Version\"", "\"X-Version\"");
        Path document = Files.writeString(map.resolve("bad.json"), bad);

        Linters.Verdict verdict = Linters.spectral(ReferenceFiles.find(RULES), document);

        assertThat(verdict.good()).isFalse();
        assertThat(verdict.said()).contains("nlgov:missing-version-header");
    }

    private static void lint(byte[] openapi) throws Exception {
        Path document = Files.write(map.resolve("openapi.json"), openapi);

        Linters.Verdict verdict = Linters.spectral(ReferenceFiles.find(RULES), document);

        assertThat(verdict.good()).as(verdict.said()).isTrue();
    }
}
