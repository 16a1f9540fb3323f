// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.Proposal;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two operators settle with the command line which organisation gets which data.
class BeleidTest {

    private static final Clock KLOK = new TestClock(Instant.parse("2026-08-03T09:00:00Z"));

    @TempDir
    private Path map;

    private Path eerste;
    private Path tweede;

    @BeforeEach
    void begin() throws IOException {
        Beleidtoneel.schrijf(map);
        eerste = Beleidtoneel.sleutel(map, "Anna.pem", "Anna de Wit");
        tweede = Beleidtoneel.sleutel(map, "Bram.pem", "Bram van Dijk");
    }

    @Test
    @Requirement("S41")
    void whatOneProposesAnotherApproves() throws IOException {
        assertThat(beleid().uit()).contains("Zolang dat zo is, gaat er niets naar buiten.");
        assertThat(beleid("beheerder", eerste.toString(), "--beheerder", eerste.toString())
                        .alles())
                .contains("Aangewezen als beheerder");
        assertThat(beleid("beheerder", tweede.toString(), "--beheerder", eerste.toString())
                        .alles())
                .contains("Aangewezen als beheerder");
        Path regels = Files.writeString(
                map.resolve("beleid.yaml"), beleid("voorbeeld").uit());
        Loop voorstel = beleid("voorstel", regels.toString(), "--beheerder", eerste.toString());
        assertThat(voorstel.alles()).contains("Voorgesteld onder nummer 3").contains("00000099000000001000");
        assertThat(beleid().uit()).contains("nog geen beleid").contains("1 regel, voorgesteld door Anna de Wit");
        assertThat(beleid("toon", "3").uit()).contains("CBS krijgt alles").contains("00000099000000001000");
        assertThat(beleid("toon", "9").fout()).contains("geen voorstel met nummer 9");
        Loop zelf = beleid("keur", "3", "--beheerder", eerste.toString());
        assertThat(zelf.uitgang()).isEqualTo(1);
        assertThat(zelf.fout()).contains("Een andere beheerder moet het goedkeuren");
        assertThat(beleid("keur", "3", "--beheerder", tweede.toString()).uit()).contains("Het geldt vanaf nu");
        assertThat(beleid().uit())
                .contains("Beleid 3, voorgesteld door Anna de Wit, goedgekeurd door Bram van Dijk.")
                .contains("CBS krijgt alles")
                .contains("geldt");
    }

    @Test
    void anOldProposalDoesNotReplaceNewerRules() throws Exception {
        beleid("beheerder", eerste.toString(), "--beheerder", eerste.toString());
        beleid("beheerder", tweede.toString(), "--beheerder", eerste.toString());
        Path regels = Files.writeString(
                map.resolve("beleid.yaml"), beleid("voorbeeld").uit());
        beleid("voorstel", regels.toString(), "--beheerder", eerste.toString());
        beleid("voorstel", regels.toString(), "--beheerder", eerste.toString());
        assertThat(beleid("keur", "4", "--beheerder", tweede.toString()).uitgang())
                .isZero();
        Path derde = Beleidtoneel.sleutel(map, "Carla.pem", "Carla Smit");
        beleid("beheerder", derde.toString(), "--beheerder", eerste.toString());
        assertThat(beleid("toon", "6").uit())
                .containsPattern("nieuwe beheerder  Carla Smit\n *certificaat +[0-9a-f]{64}\n");
        Loop oud = beleid("keur", "3", "--beheerder", tweede.toString());
        assertThat(oud.uitgang()).isEqualTo(2);
        assertThat(oud.fout()).contains("voorstel 3 is ouder dan beleid 4");
        assertThat(beleid().uit()).contains("Beleid 4,");
        // Two programs that approve at once: the command looked before the other was done.
        VastgesteldBeleid vastgesteld = new VastgesteldBeleid(map.resolve("beleid"), KLOK);
        assertThat(vastgesteld.goedkeuringen().approve(3, Beheerderssleutel.lees(tweede)))
                .isInstanceOf(Approvals.Outcome.Done.class);
        assertThat(vastgesteld.vastgesteld().map(Proposal::id)).contains(4L);
        assertThat(vastgesteld.goedkeuringen().proposal(3))
                .map(oudste -> BeleidOpdracht.goedgekeurd(vastgesteld, oudste))
                .contains("Goedgekeurd, maar het nieuwere beleid 4 blijft gelden.");
        assertThat(beleid().uit()).contains("Beleid 4,");
    }

    /// A name is written by who proposes and read by who approves.
    @Test
    void aNameDoesNotSteerTheTerminalOfWhoApproves() throws IOException {
        beleid("beheerder", eerste.toString(), "--beheerder", eerste.toString());
        beleid("beheerder", tweede.toString(), "--beheerder", eerste.toString());
        Path regels = Files.writeString(
                map.resolve("beleid.yaml"),
                beleid("voorbeeld")
                        .uit()
                        .replace("naam: CBS krijgt alles", "naam: \"CBS\\e[2K\\u202Eselta\"")
                        .replace("eigenaar: ", "eigenaar: \"\\u009b2J\" #"));
        assertThat(beleid("voorstel", regels.toString(), "--beheerder", eerste.toString())
                        .uitgang())
                .isZero();

        assertThat(beleid("toon", "3").uit())
                .contains("CBS [2K selta\n", "eigenaar        2J\n")
                .doesNotContain("\u001b", "\u202e", "\u009b");
    }

    @Test
    void tellsWhatIsWrongWithRulesAndKeys() throws IOException {
        Path fout = Files.writeString(
                map.resolve("fout.yaml"), beleid("voorbeeld").uit().replace("gegeven: alles", "gegeven: alle"));
        Loop regels = beleid("voorstel", fout.toString(), "--beheerder", eerste.toString());
        assertThat(regels.uitgang()).isEqualTo(2);
        assertThat(regels.fout()).contains("gegeven").contains("gemeente 0363").doesNotContain("Exception");
        Loop sleutel = beleid("keur", "1", "--beheerder", fout.toString());
        assertThat(sleutel.uitgang()).isEqualTo(2);
        assertThat(sleutel.fout()).contains("PRIVATE KEY").doesNotContain("Exception");
        Loop weg = beleid("keur", "1", "--beheerder", map.resolve("weg.pem").toString());
        assertThat(weg.fout()).contains("weg.pem, is er niet");
        Path goed =
                Files.writeString(map.resolve("goed.yaml"), beleid("voorbeeld").uit());
        Loop onbekend = beleid("voorstel", goed.toString(), "--beheerder", eerste.toString());
        assertThat(onbekend.uitgang()).isEqualTo(1);
        assertThat(onbekend.fout()).contains("niet in de lijst van beheerders");
    }

    private Loop beleid(String... rest) {
        String[] args = new String[rest.length + 4];
        System.arraycopy(rest, 0, args, 2, rest.length);
        args[0] = "bron";
        args[1] = "beleid";
        args[rest.length + 2] = "--config";
        args[rest.length + 3] = map.resolve("bron.yaml").toString();
        return Loop.van(KLOK, map, args);
    }
}
