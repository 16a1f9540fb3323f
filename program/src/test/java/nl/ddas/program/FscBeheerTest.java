// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Settings;
import nl.ddas.fsc.manager.RegisteredInway;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.transactionlog.LogTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an operator sees of the Manager and its gateways from the command line, and what he is told when he may not.
class FscBeheerTest {

    @RegisterExtension
    static final Beheerproef op = new Beheerproef();

    @Test
    void whoMayOnlyReadIsToldSo() throws IOException {
        Path kijker = op.bediener("Kim Kijker");
        Loop loop = op.ddas(
                kijker, "dienst", "publiceren", "verboden", "--adres", "http://x", "--tot", Beheerproef.volgendJaar());
        assertThat(loop.uitgang()).isEqualTo(2);
        assertThat(loop.fout()).contains("rol write");
        assertThat(op.ddas(kijker, "contract", "lijst").uitgang()).isZero();
        assertThat(op.ddas(op.bediener("Vreemde"), "contract", "lijst").fout())
                .contains("Het certificaat is van Vreemde");
    }

    @Test
    void showsWhoWeAreTheLogAndTheOthers() {
        assertThat(op.ddas("beheer").uit()).contains("Deelnemer    Ons", Beheerproef.OIN, "oefengroep");
        assertThat(op.ddas("log", "--dienst", "onbekend").uit()).contains("geen regels die hieraan voldoen");
        assertThat(op.ddas("deelnemer", "lijst").uit()).contains("geen deelnemers");
        assertThat(op.ddas("log", "--vanaf", "gisteren").fout()).contains("een dag als 2027-12-31");
        assertThat(op.ddas("contract", "lijst", "--stand", "leuk").fout()).contains("voorgesteld, geldig");
    }

    @Test
    void theLogSaysThatThereIsMore() {
        LogTable.open(op.database()).load(Transactieproef.regels(3, Beheerproef.OIN, "parkeren"));
        String dienst = "--dienst=parkeren";

        assertThat(op.ddas("log", dienst, "--hoogstens", "2").uit()).contains("Er zijn er meer.", "000000000003");
        assertThat(op.ddas("log", dienst).uit()).contains("000000000001").doesNotContain("Er zijn er meer.");
        JsonObject twee = Beheerproef.json(
                op.ddas("log", dienst, "--hoogstens", "2", "--json").uit());
        assertThat(twee.array("records").orElseThrow()).hasSize(2);
        assertThat(twee.object("pagination").orElseThrow().text("next_cursor")).isNotEqualTo(Optional.of(""));
    }

    @Test
    void anInwayThatIsGoneIsForgotten() throws IOException {
        op.manager()
                .registrations()
                .register(new RegisteredInway(
                        "oude-inway",
                        URI.create("https://oud.voorbeeld.nl:8443"),
                        new CertificateThumbprint("A".repeat(43)),
                        Set.of("iets"),
                        Instant.parse("2026-01-01T00:00:00Z")));
        assertThat(op.ddas("beheer").uit()).contains("oude-inway");
        assertThat(op.ddas("beheer", "inway-verwijderen", "oude-inway").uit())
                .contains("staat niet meer in de Manager");
        assertThat(op.ddas("beheer").uit()).doesNotContain("oude-inway");
        assertThat(op.ddas("beheer", "inway-verwijderen", "oude-inway").uitgang())
                .isEqualTo(2);
        assertThat(op.ddas("beheer", "outway-verwijderen", "geen-outway").uitgang())
                .isEqualTo(2);
    }

    @Test
    void aManagerThatIsNotThereIsNamed() throws IOException {
        Path weg = Files.writeString(
                op.map().resolve("weg.yaml"),
                Files.readString(op.config()).replaceFirst("localhost:\\d+", "localhost:1"));
        Loop loop = op.ddas(weg, "contract", "lijst");
        assertThat(loop.uitgang()).isEqualTo(3);
        assertThat(loop.fout()).contains("de Manager op https://localhost:1 is niet te bereiken");
        assertThat(Loop.van(op.map(), "fsc", "contract", "lijst").fout()).contains("ddas fsc beheer config");
    }

    @Test
    void itsExampleCanBeRead() throws IOException {
        Path bestand = Files.writeString(
                op.map().resolve("voorbeeld.yaml"),
                Loop.van(op.map(), "fsc", "beheer", "config").uit());
        Settings voorbeeld = Settings.read("ddas-fsc-beheer", bestand, Map.of());
        for (String sleutel : new String[] {"manager", "bediener", "oin", "intern-map"}) {
            assertThat(voorbeeld.optional(sleutel)).isPresent();
        }
        voorbeeld.rejectUnknown();
    }
}
