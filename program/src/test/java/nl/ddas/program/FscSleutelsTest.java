// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.gateway.InwayConfig;
import nl.ddas.fsc.gateway.OutwayConfig;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an administrator is told when the certificates for a Group cannot be used.
class FscSleutelsTest {

    private static final String OIN = "00000099000000002000";
    private static final Clock NU = Clock.systemUTC();
    private static final Omgeving OMGEVING = new Omgeving(System.out, System.err, NU, Map.of(), Path.of(""));

    @TempDir
    private static Path map;

    private static AuthorityFolder groep;
    private static Party ons;

    @BeforeAll
    static void maak() throws IOException {
        groep = autoriteit("groep");
        ons = groep.party("Ons", new Oin(OIN), List.of("localhost"));
        Tls _ = groep.tls(new Holder("Zij", new Oin("00000099000000003000"), List.of()));
        Tls _ = groep.tls(new Holder("Klein", new Oin("12345678"), List.of()));
        Tls _ = autoriteit("ander").tls(ons.holder());
        AuthorityFolder _ = AuthorityFolder.open(
                map.resolve("intern"),
                Environment.DEMO,
                new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()),
                NU);
        Files.writeString(map.resolve("leeg.pem"), "");
    }

    private static AuthorityFolder autoriteit(String naam) throws IOException {
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        return AuthorityFolder.open(map.resolve(naam), Environment.TEST, snel, NU);
    }

    /// Lines of settings; `GROEP` is the folder of the Group, `ANDER` that of another.
    private static Loop manager(Clock klok, String regels) throws IOException {
        Path bestand = Files.writeString(
                map.resolve("manager.yaml"),
                """
                group: oefengroep
                host: localhost
                port: 0
                """
                        + regels.replace("GROEP", map + "/groep")
                                .replace("ANDER", map + "/ander")
                                .replace("MAP", map.toString()));
        return Loop.van(klok, map, "fsc", "manager", "--config", bestand.toString());
    }

    private static final String GOED = """
            groep-sleutel: GROEP/partijen/ons-00000099000000002000/tls.pem
            groep-ankers: [GROEP/ca/ankers.pem]
            groep-intrekkingen: [GROEP/ca/intrekking.pem]
            groep-omgeving: test
            """;

    private static void verwacht(Loop loop, String... woorden) {
        assertThat(loop.uitgang()).as(loop.fout()).isEqualTo(2);
        assertThat(loop.fout()).contains(woorden);
        BadInputTest.assertCalm(loop);
    }

    @Test
    void oneSourceOfCertificatesHasToBeChosen() throws IOException {
        verwacht(manager(NU, ""), "ontbreekt groep-sleutel", "vertrouwen-map");
        verwacht(manager(NU, GOED + "vertrouwen-map: GROEP\n"), "allebei", "Kies er een");
        verwacht(
                manager(NU, "vertrouwen-map: GROEP\npartij: Ons\noin: \"%s\"\ntoken-sleutel: x.pem\n".formatted(OIN)),
                "token-sleutel hoort bij groep-sleutel");
    }

    @Test
    void anchorsAndRevocationListsHaveToBeNamed() throws IOException {
        verwacht(manager(NU, GOED.replaceFirst("groep-ankers: .*\n", "")), "hoort groep-ankers");
        verwacht(manager(NU, GOED.replaceFirst("groep-intrekkingen: .*\n", "")), "hoort groep-intrekkingen", "geen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            groep-sleutel: MAP/weg.pem                                            | weg.pem is er niet
            groep-sleutel: MAP/leeg.pem                                           | leeg.pem
            groep-intrekkingen: [geen, GROEP/ca/intrekking.pem]                   | staat geen naast iets anders
            groep-sleutel: GROEP/ca/ankers.pem                                    | ankers.pem
            groep-sleutel: GROEP/partijen/klein-12345678/tls.pem                  | geen Peer ID (OIN, als serialNumber)
            groep-sleutel: ANDER/partijen/ons-00000099000000002000/tls.pem        | leidt het certificaat niet naar
            groep-ankers: MAP/leeg.pem                                            | staat geen certificaat
            groep-intrekkingen: MAP/leeg.pem                                      | staat geen intrekkingslijst
            groep-intrekkingen: ANDER/ca/intrekking.pem                           | niet na te gaan of het certificaat
            groep-omgeving: productie                                             | om te oefenen
            groep-omgeving: echt                                                  | productie of test
            contract-sleutel: GROEP/partijen/zij-00000099000000003000/tls.pem     | van dezelfde organisatie
            token-sleutel: GROEP/partijen/ons-00000099000000002000/versleuteling.pem | digitalSignature
            oin: "00000099000000009999"                                           | Laat oin weg
            groep-slutel: x                                                       | Bedoelde u 'groep-sleutel'?
            """)
    void eachFaultIsNamed(String regel, String reden) throws IOException {
        String naam = regel.substring(0, regel.indexOf(':'));
        Files.setPosixFilePermissions(map.resolve("leeg.pem"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(map.resolve("groep/ca/ankers.pem"), PosixFilePermissions.fromString("rw-------"));

        verwacht(manager(NU, GOED.replaceFirst(naam + ": .*\n", "") + regel + "\n"), reden);
    }

    /// The Group is real here; the certificates inside the organisation are not.
    @Test
    void productionTakesNoPracticeRootInsideTheOrganisationEither() throws IOException {
        AuthorityFolder echt = AuthorityFolder.open(
                map.resolve("echt"),
                Environment.PRODUCTIE,
                new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom()),
                NU);
        Tls _ = echt.tls(ons.holder());
        String echteGroep = GOED.replace("GROEP", "MAP/echt").replace("omgeving: test", "omgeving: productie");
        String intern = """
                intern-sleutel: GROEP/partijen/ons-00000099000000002000/tls.pem
                intern-ankers: [GROEP/ca/ankers.pem]
                intern-intrekkingen: [GROEP/ca/intrekking.pem]
                """;
        verwacht(manager(NU, echteGroep + intern), "wortelcertificaten is om te oefenen", "groep-omgeving: test");
        verwacht(manager(NU, echteGroep + intern.replace("tls.pem", "weg.pem")), "weg.pem is er niet");
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Path open = Files.copy(map.resolve("groep/partijen/zij-00000099000000003000/tls.pem"), map.resolve("open.pem"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        verwacht(
                manager(NU, GOED.replaceFirst("groep-sleutel: .*\n", "groep-sleutel: " + open + "\n")),
                "open.pem is ook voor anderen te lezen",
                "chmod 600");
    }

    @Test
    void aCertificateThatHasEndedIsRefused() throws IOException {
        verwacht(
                manager(Clock.offset(NU, Duration.ofDays(500)), GOED), "bij groep-sleutel is een certificaat verlopen");
        verwacht(manager(Clock.offset(NU, Duration.ofDays(-5)), GOED), "Staat de klok van deze computer goed?");
    }

    @Test
    void aRevokedCertificateIsRefused() throws IOException {
        AuthorityFolder eigen = autoriteit("ingetrokken");
        eigen.revoke(eigen.tls(ons.holder()).chain().getFirst().getSerialNumber());

        verwacht(manager(NU, GOED.replace("GROEP", "MAP/ingetrokken")), "is een certificaat ingetrokken");
    }

    @Test
    void inwayAndOutwayTakeTheSameFiles() throws IOException {
        Path inway = poort("inway", "self: https://localhost:8443\n");
        assertOns(PoortInrichting.lees("inway", inway, OMGEVING, InwayConfig::read)
                .wij());
        Path outway = poort("outway", "");
        assertOns(PoortInrichting.lees("outway", outway, OMGEVING, OutwayConfig::read)
                .wij());

        // They sign nothing.
        Path teveel = poort("outway", "token-sleutel: x.pem\n");
        verwacht(Loop.van(NU, map, "fsc", "outway", "--config", teveel.toString()), "token-sleutel");
    }

    private static Path poort(String deel, String erbij) throws IOException {
        return Files.writeString(
                map.resolve(deel + ".yaml"),
                "group: oefengroep\nmanager: https://localhost:9443\nintern-map: " + map + "/intern\n" + erbij
                        + GOED.replace("GROEP", map + "/groep"));
    }

    private static void assertOns(Groepslid wij) {
        assertThat(wij.oin()).isEqualTo(new Oin(OIN));
        assertThat(wij.tls(NU).chain()).isEqualTo(ons.tls().chain());
        assertThat(wij.tls(NU).anchors()).isEqualTo(groep.anchors());
    }

    @Test
    void aNewSigningKeyInThePracticeFolderIsTakenWithoutARestart() throws IOException {
        TestClock klok = new TestClock(NU.instant());
        Omgeving omgeving = new Omgeving(System.out, System.err, klok, Map.of(), map);
        Path bestand = Files.writeString(map.resolve("oefen.yaml"), """
                group: oefengroep
                host: localhost
                port: 8443
                vertrouwen-map: %s/oefen
                partij: Ons
                oin: "%s"
                hosts: localhost
                """.formatted(map, OIN));
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        AuthorityFolder oefen = AuthorityFolder.open(map.resolve("oefen"), Environment.DEMO, snel, klok);
        Identity oud = oefen.party("Ons", new Oin(OIN), List.of("localhost")).signing();
        Groepslid wij = ManagerInrichting.lees(bestand, omgeving).wij();
        assertThat(wij.sleutels().contract().lees().get()).isEqualTo(oud);

        Files.delete(map.resolve("oefen/partijen/ons-" + OIN + "/ondertekening.pem"));
        Identity nieuw = oefen.party("Ons", new Oin(OIN), List.of("localhost")).signing();
        assertThat(wij.sleutels().contract().lees().get()).isEqualTo(nieuw);
        assertThat(wij.sleutels().token().lees().get()).isEqualTo(nieuw);
    }
}
