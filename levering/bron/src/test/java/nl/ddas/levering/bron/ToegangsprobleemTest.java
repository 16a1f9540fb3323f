// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import org.junit.jupiter.api.Test;

class ToegangsprobleemTest {

    @Test
    void aTitleWithQuotesIsStillJson() {
        String titel = "Geen \"toegang\" tot C:\\data";
        JsonObject json = lees(403, titel);
        assertThat(json.text("title")).hasValue(titel);
        assertThat(json.text("message")).hasValue(titel);
        assertThat(json.text("code")).hasValue("ERROR_CODE_ACCESS_DENIED");
        assertThat(json.text("domain")).hasValue("ERROR_DOMAIN_INWAY");
        assertThat(json.array("errors"))
                .hasValueSatisfying(fouten -> assertThat(fouten).hasSize(1));
    }

    @Test
    void onlyA403IsAnErrorOfFscToo() {
        assertThat(lees(401, "x").text("code")).isEmpty();
    }

    private static JsonObject lees(int status, String titel) {
        Problem probleem = new Problem("urn:x", titel, status, "y", "urn:z", List.of(new Problem.Fault("/a", "\"b\"")));
        return JsonReading.of(Toegangsprobleem.schrijf(probleem)) instanceof JsonReading.Read(JsonObject json)
                ? json
                : JsonObject.EMPTY;
    }
}
