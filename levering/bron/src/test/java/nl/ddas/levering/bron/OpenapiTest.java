// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.JsonPointerBasedFilter;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.json.JsonFactory;

@Requirement("S48")
class OpenapiTest {

    private static final String DOCUMENT = document(Openapi.voorV1());
    private static final String SEED = document(Openapi.voorSeed());
    private static final String TOKENS = document(Openapi.voorTokens());
    private static final Pattern VERWIJZING = Pattern.compile("\"\\$ref\"\\s*:\\s*\"([^\"]*)\"");

    @ParameterizedTest
    @CsvSource({
        "/openapi,                                                3.1.0",
        "/info/version,                                           1.0.0",
        "/info/contact/name,                                      DDAS",
        "/servers/0/url,                                          /v1",
        "/components/schemas/Uitwisselmodel/type,                 object",
        "/paths/~1gegevens/post/operationId,                      haalGegevensOp",
    })
    @Requirement("S8")
    void holdsWhatTheDesignRulesAsk(String pointer, String waarde) {
        assertThat(op(pointer)).contains(waarde);
    }

    @ParameterizedTest
    @CsvSource({
        "/info/version,                                                                   1.0.0",
        "/servers/0/url,                                                                  /v1",
        "/components/schemas/Uitwisselmodel/type,                                         object",
        "/paths/~1gegevens/post/operationId,                                              haalGegevensVersleuteldOp",
        "/paths/~1gegevens/post/requestBody/content/application~1jose/schema/type,        string",
        "/paths/~1gegevens/post/requestBody/content/application~1jose+json/schema/type,   string",
        "/paths/~1gegevens/post/responses/200/content/application~1jose/schema/type,      string",
        "/components/schemas/Gegevensverzoek/properties/startdatum/format,                date",
        "/components/schemas/Gegevensverzoek/properties/einddatum/format,                 date",
        "/components/schemas/Gegevensverzoek/properties/gemeente/type,                    string",
    })
    void theDocumentOfTheEncryptedProfileHoldsItsKindsOfContent(String pointer, String waarde) {
        assertThat(op(SEED, pointer)).contains(waarde);
    }

    @Test
    void everyReferenceLeadsSomewhereInItsDocument() {
        for (String document : List.of(DOCUMENT, SEED, TOKENS)) {
            Matcher verwijzingen = VERWIJZING.matcher(document);
            int aantal = 0;
            while (verwijzingen.find()) {
                String doel = verwijzingen.group(1);
                assertThat(doel).startsWith("#/");
                assertThat(op(document, doel.substring(1))).as(doel).isPresent();
                aantal++;
            }
            assertThat(aantal).isGreaterThan(30);
            assertThat(document).doesNotContain("@uitwisselmodel@");
        }
    }

    @Test
    void namesEveryStatusThatTheApiGives() {
        for (String status :
                List.of("200", "400", "403", "404", "405", "406", "413", "415", "422", "429", "431", "500", "503")) {
            String antwoord = "/paths/~1gegevens/post/responses/" + status;
            assertThat(op(antwoord)).as(status).isPresent();
            assertThat(op(SEED, antwoord)).as(status).isPresent();
        }
    }

    @Test
    void saysThatThereMayBeNoRoomForAReport() {
        assertThat(op("/paths/~1verwerkingsverslagen/post/responses/507")).isPresent();
    }

    /// The text of a value, or the kind of token when it is no text; empty when nothing is there.
    private static Optional<String> op(String pointer) {
        return op(DOCUMENT, pointer);
    }

    private static Optional<String> op(String document, String pointer) {
        try (JsonParser parser = new FilteringParserDelegate(
                new JsonFactory().createParser(ObjectReadContext.empty(), document),
                new JsonPointerBasedFilter(pointer),
                TokenFilter.Inclusion.ONLY_INCLUDE_ALL,
                false)) {
            JsonToken eerste = parser.nextToken();
            return eerste == null ? Optional.empty() : Optional.of(parser.getString());
        }
    }

    private static String document(Openapi openapi) {
        Request verzoek =
                new Request("GET", "/v1/openapi.json", Headers.NONE, List.of(), InputStream.nullInputStream());
        Response antwoord = ((Uitslag.Gegeven) openapi.bewandel(verzoek)).antwoord();
        return new String(((Response.Body.Bytes) antwoord.body()).bytes(), StandardCharsets.UTF_8);
    }
}
