// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.bron.Proefstelsel.Antwoord;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Vormfout;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From files in a folder to an answer that our own reader finds no fault in.
class LeveringUitMapTest {

    private static final BerichtLezer LEZER = BerichtLezer.metEigenSchemas();

    @TempDir
    private Path map;

    @Test
    @Requirement({"S58", "S60"})
    void givesTwoFilesAsOneMessageThatFollowsTheModel() throws IOException {
        Path bron = Files.createDirectory(map.resolve("leveringen"));
        schrijf(bron, "a.json", "Gemeente Voorbeeldstad", "Een \\\"tekst\\\"  met  {ruimte}");
        schrijf(bron, "b.json", "Gemeente Elders", "é");
        Antwoord antwoord = haalOp(bron);

        List<Object> gezien = new ArrayList<>();
        Lezing lezing =
                LEZER.lees(() -> new ByteArrayInputStream(antwoord.inhoud()), Plaats.begin(1), new BerichtOntvanger() {
                    @Override
                    public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
                        gezien.add(kop.teller().orElseThrow() + " "
                                + kop.aanleverendeOrganisatie().statutaireNaam().orElseThrow());
                    }

                    @Override
                    public void vormfout(Vormfout fout) {
                        gezien.add(fout);
                    }

                    @Override
                    public void paginering(Paginering paginering) {
                        gezien.add(paginering.totalRecords().orElseThrow());
                    }
                });

        assertThat(lezing).isInstanceOf(Lezing.Gelezen.class);
        assertThat(lezing.aantallen().trajecten()).isEqualTo(2);
        assertThat(gezien).containsExactlyInAnyOrder("1 Gemeente Voorbeeldstad", "2 Gemeente Elders", 2L);
        assertThat(antwoord.tekst())
                .contains("{\"gemeentecode\":\"GM0518\",\"omschrijving\":\"Een \\\"tekst\\\"  met  {ruimte}\"}")
                .doesNotContain("\n");
    }

    private Antwoord haalOp(Path bron) throws IOException {
        Proefstelsel stelsel = Proefstelsel.gedeeld();
        TestClock clock = TestClock.at("2026-11-21T09:00:00Z");
        BronConfig config = stelsel.config(map, Beschikbaarheid.ALTIJD, 100);
        try (BronServer server = BronServer.start(config, new MapBron(bron, LEZER), stelsel.onderdelen(clock));
                HttpClient cbs = stelsel.client(stelsel.cbs)) {
            String inhoud = "{\"pageSize\": 100}";
            String adres = "https://127.0.0.1:" + server.poort() + "/v1/gegevens";
            return Proefstelsel.stuur(cbs, "POST", adres, Proefstelsel.getekend(stelsel.cbs, inhoud), inhoud);
        }
    }

    private static void schrijf(Path map, String naam, String organisatie, String omschrijving) throws IOException {
        Files.writeString(map.resolve(naam), """
                {
                  "startdatumLevering": "2026-01-01",
                  "einddatumLevering": "2026-06-30",
                  "aanleverdatumEnTijd": "2026-07-01T12:00:00+02:00",
                  "codeGegevensleverancier": "Pakket 1.0",
                  "leveringen": [{
                    "teller": 1,
                    "aanleverende_organisatie": {"(Statutaire) Naam": "%s"},
                    "schuldhulptrajecten": [{
                      "gemeentecode": "GM0518",
                      "omschrijving": "%s"
                    }]
                  }]
                }
                """.formatted(organisatie, omschrijving));
    }
}
