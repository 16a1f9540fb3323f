// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.manager.Kept;
import nl.ddas.fsc.manager.RegisteredOutway;
import nl.ddas.fsc.model.CertificateThumbprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an operator does with contracts from the command line, with a Manager that is its own Directory.
class FscContractTest {

    @RegisterExtension
    static final Beheerproef op = new Beheerproef();

    private static void outway(String naam, char sleutel) {
        CertificateThumbprint certificaat = new CertificateThumbprint("A".repeat(43));
        op.manager()
                .registrations()
                .register(new RegisteredOutway(
                        naam, Character.toString(sleutel).repeat(64), certificaat, Set.of(), Instant.EPOCH));
    }

    @Test
    void aConnectionIsProposedWithJson() {
        Loop voorgesteld = op.ddas(
                "contract",
                "voorstellen",
                "--dienst",
                "andere",
                "--aanbieder",
                "00000099000000000077",
                "--sleutel",
                "a".repeat(64),
                "--tot",
                Beheerproef.volgendJaar(),
                "--json");
        assertThat(voorgesteld.uitgang()).as(voorgesteld.fout()).isZero();
        JsonObject contract = Beheerproef.json(voorgesteld.uit());
        assertThat(contract.text("state")).contains("CONTRACT_STATE_PROPOSED");

        Loop getoond = op.ddas("contract", "toon", contract.text("contentHash").orElseThrow());
        assertThat(getoond.uit())
                .contains("nog niet geaccepteerd", "Nog niet aangekomen bij 00000099000000000077")
                .contains(
                        "  outway.identification.public_key_thumbprint: " + "a".repeat(64),
                        "  outway.peer_id: " + Beheerproef.OIN)
                .contains("  service.peer_id: 00000099000000000077", "  service.name: andere");
        assertThat(op.ddas("contract", "bezorgen", "--bekijk").uit())
                .contains(contract.text("contentHash").orElseThrow(), "SUBMIT", "bij 00000099000000000077: ");
        assertThat(op.ddas("contract", "bezorgen").uit()).contains("Opnieuw aangeboden: ");
    }

    @Test
    void contractsAreProposedAnewForANewKeyOfTheOutway() {
        assertThat(op.ddas("contract", "nieuwe-sleutel").fout()).contains("geen Outway gemeld");
        outway("uit", 'a');
        Loop voorgesteld = op.ddas(
                "contract",
                "voorstellen",
                "--dienst",
                "met-sleutel",
                "--aanbieder",
                Beheerproef.OIN,
                "--tot",
                Beheerproef.volgendJaar());
        assertThat(voorgesteld.uitgang()).as(voorgesteld.fout()).isZero();
        String oud = Beheerproef.een(Beheerproef.CONTRACT, voorgesteld.uit());
        assertThat(op.ddas("contract", "nieuwe-sleutel").uit()).contains("niets om voor te stellen");

        outway("uit", 'b');
        assertThat(op.ddas("contract", "nieuwe-sleutel", "--bekijk").uit())
                .contains("b".repeat(64), oud, "met-sleutel");
        assertThat(op.ddas("contract", "nieuwe-sleutel").uit())
                .contains("Voorgesteld", "met-sleutel")
                .doesNotContain(oud);
        assertThat(op.ddas("contract", "nieuwe-sleutel", "--bekijk").uit()).contains("geen contracten die opnieuw");
        assertThat(op.ddas("contract", "nieuwe-sleutel", "--sleutel", "c".repeat(64), "--json")
                        .uit())
                .contains("\"refused\":[]", "met-sleutel");

        outway("tweede", 'd');
        assertThat(op.ddas("contract", "nieuwe-sleutel").fout()).contains("zeg met --outway welke");
        assertThat(op.manager().registrations().remove(Kept.Kind.OUTWAY, "tweede"))
                .isTrue();
        assertThat(op.manager().registrations().remove(Kept.Kind.OUTWAY, "uit")).isTrue();
    }

    @Test
    void aGrantHashInTheWrongPlaceIsNamed() {
        Loop gepubliceerd = op.ddas(
                "dienst",
                "publiceren",
                "verwisseld",
                "--adres",
                "http://127.0.0.1:8080",
                "--tot",
                Beheerproef.volgendJaar());
        Loop verkeerd = op.ddas("contract", "toon", Beheerproef.een(Beheerproef.GRANT, gepubliceerd.uit()));
        assertThat(verkeerd.uitgang()).isEqualTo(2);
        assertThat(verkeerd.fout())
                .contains("Dit is de hash van een grant", Beheerproef.een(Beheerproef.CONTRACT, gepubliceerd.uit()));
        Loop kapot = op.ddas("contract", "toon", "$1onzin");
        assertThat(kapot.fout()).contains("enkele aanhalingstekens");
        BadInputTest.assertCalm(kapot);
    }

    @Test
    void aHashCanComeFromAFile() throws IOException {
        Loop gepubliceerd = op.ddas(
                "dienst",
                "publiceren",
                "uit-bestand",
                "--adres",
                "http://127.0.0.1:8080",
                "--tot",
                Beheerproef.volgendJaar());
        Path bestand = Files.writeString(
                op.map().resolve("hash.txt"), Beheerproef.een(Beheerproef.CONTRACT, gepubliceerd.uit()) + "\n");
        assertThat(op.ddas("contract", "toon", "@" + bestand).uit()).contains("uit-bestand");
    }
}
