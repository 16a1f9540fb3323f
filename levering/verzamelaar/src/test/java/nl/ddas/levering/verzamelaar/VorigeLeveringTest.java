// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.PERIODE;
import static nl.ddas.levering.verzamelaar.Proefopstelling.besluit;
import static nl.ddas.levering.verzamelaar.Proefopstelling.nu;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Comparing a delivery with the one of the half-year before, and reading it with what is known of its supplier.
class VorigeLeveringTest {

    private static final Aanleverperiode VORIGE = Aanleverperiode.laatstAfgeslotenHalfjaar(PERIODE.start());
    private static final LocalDate BEGIN = VORIGE.start();

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private Verzamelaar start() throws IOException {
        return op.start(op.config(new Goedkeuring.Direct()), op.alleenEen(), Clock.systemUTC(), Onderbreker.GEEN);
    }

    private static PerLeverancier lever(Verzamelaar verzamelaar, Aanleverperiode periode, int aantal)
            throws IOException, InterruptedException {
        op.een.paginas = Proefbericht.paginas(periode, BEGIN, nu(), 0, aantal, 20);
        PerLeverancier uit = verzamelaar
                .verzamel(periode, Voortgang.STIL)
                .van(op.een.partij.name())
                .orElseThrow();
        assertThat(uit.status()).isEqualTo("ingelezen");
        return uit;
    }

    @Test
    void tellsOfFarFewerTrajectenAndOfThoseThatVanished() throws Exception {
        try (Verzamelaar verzamelaar = start()) {
            assertThat(lever(verzamelaar, VORIGE, 45).bevindingen()).doesNotContainKeys("L-06", "L-07");
            assertThat(op.tel("open_traject")).isEqualTo(30);
            op.een.verslagen.clear();

            Map<String, Long> bevindingen = lever(verzamelaar, PERIODE, 10).bevindingen();
            assertThat(bevindingen).containsEntry("L-06", 1L).containsEntry("L-07", 1L);
            String verslag =
                    new String(op.een.verslagen.values().iterator().next().toBytes(), StandardCharsets.UTF_8);
            // Of 35 that are gone, each third has nobody by whom it can be told.
            assertThat(verslag).contains("10 trajecten geleverd; vorige periode waren dat er 45", "23 trajecten die");
        }
    }

    @Test
    void staysSilentWhenAllAreThereAgain() throws Exception {
        try (Verzamelaar verzamelaar = start()) {
            lever(verzamelaar, VORIGE, 45);
            assertThat(lever(verzamelaar, PERIODE, 50).bevindingen()).doesNotContainKeys("L-06", "L-07");
        }
    }

    @Test
    void comparesWithWhatCountsOfTheHalfYearJustBefore() throws Exception {
        Aanleverperiode eerder = Aanleverperiode.halfjaarVan(VORIGE.start().minusDays(1));
        try (Verzamelaar verzamelaar = start();
                HttpClient client = op.client(op.een.partij)) {
            lever(verzamelaar, eerder, 45);
            assertThat(lever(verzamelaar, PERIODE, 10).bevindingen()).doesNotContainKeys("L-06", "L-07");

            lever(verzamelaar, VORIGE, 60);
            lever(verzamelaar, VORIGE, 12);
            assertThat(lever(verzamelaar, PERIODE, 9).bevindingen())
                    .doesNotContainKey("L-06")
                    .containsEntry("L-07", 1L);

            op.een.verslagen.clear();
            lever(verzamelaar, VORIGE, 45);
            String id = op.een.verslagen.keySet().iterator().next();
            assertThat(besluit(verzamelaar, client, op.een.partij, id, "ingetrokken"))
                    .isEqualTo(200);
            assertThat(lever(verzamelaar, PERIODE, 8).bevindingen()).doesNotContainKeys("L-06", "L-07");
            assertThat(op.tel("open_traject o JOIN inlezing i ON i.id = o.inlezing WHERE i.einde IS NOT NULL"))
                    .isZero();
        }
    }

    @Test
    void readsAnOldVersionWithTheGemeenteOfItsSupplier() throws Exception {
        Leverancier bekend = op.een
                .leverancier()
                .met(new Leverancier.Berichten(
                        Optional.of(Versie.V0_8), Optional.empty(), Optional.of(new Gemeentecode(518))));
        String bericht = """
                {"aanleverperiodeStartdatum":"%s",
                 "aanleverperiodeEinddatum":"%s",
                 "aanleverende_organisatie":{"naam":"Bureau X"},
                 "schuldhulptrajecten":[{"startdatum":"%s","client":[{"bsn":"%s"}]}]}""".formatted(PERIODE.start(), PERIODE.eind(), PERIODE.start(), Proefbericht.bsn(0));
        op.een.paginas = List.of(bericht.getBytes(StandardCharsets.UTF_8));
        try (Verzamelaar verzamelaar = op.start(
                op.config(new Goedkeuring.Direct()), () -> List.of(bekend), Clock.systemUTC(), Onderbreker.GEEN)) {
            verzamelaar.verzamel(PERIODE, Voortgang.STIL);
            assertThat(Proefopstelling.records(verzamelaar))
                    .singleElement()
                    .satisfies(record -> assertThat(record.gemeentenummer()).isEqualTo(518));
        }
    }
}
