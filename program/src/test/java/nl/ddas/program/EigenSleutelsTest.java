// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.Revocation;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.jose.Jwks;
import nl.ddas.trust.jose.NestedJwtWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who delivers or collects with certificates of its own, in files, and what it is told when they cannot be used.
class EigenSleutelsTest {

    private static final String OIN = "00000099000000002000";
    private static final String WIJ = "UIT/partijen/ons-" + OIN;
    private static final Clock NU = Clock.systemUTC();

    private static final String GOED = """
            partij: Ons
            tls-sleutel: WIJ/tls.pem
            ondertekening-sleutel: WIJ/ondertekening.pem
            versleuteling-sleutel: WIJ/versleuteling.pem
            ankers: [UIT/ca/ankers.pem]
            intrekkingen: [UIT/ca/intrekking.pem]
            certificaten-omgeving: test
            """.replace("WIJ", WIJ);

    @TempDir
    private static Path map;

    private static AuthorityFolder uitgever;
    private static Party ons;

    @BeforeAll
    static void maak() throws IOException {
        uitgever = autoriteit("uitgever");
        ons = uitgever.party("Ons", new Oin(OIN), List.of("localhost"));
        Party _ = uitgever.party("Zij", new Oin("00000099000000003000"), List.of());
        Tls _ = autoriteit("ander").tls(ons.holder());
        Files.writeString(map.resolve("leeg.pem"), "");
        Files.setPosixFilePermissions(map.resolve("leeg.pem"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(
                map.resolve("uitgever/ca/ankers.pem"), PosixFilePermissions.fromString("rw-------"));
    }

    private static AuthorityFolder autoriteit(String naam) throws IOException {
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        return AuthorityFolder.open(map.resolve(naam), Environment.TEST, snel, NU);
    }

    private static String ingevuld(String regels) {
        return regels.replace("UIT", map + "/uitgever")
                .replace("ANDER", map + "/ander")
                .replace("MAP", map.toString());
    }

    private static Loop bron(Clock klok, String regels) throws IOException {
        Path bestand =
                Files.writeString(map.resolve("bron.yaml"), """
                naam: Ons
                opslag-map: MAP/opslag
                sleutel-bestand: MAP/opslag.sleutel
                toegestaan:
                  - oin: "00000099000000001000"
                    naam: CBS
                """.replace("MAP", map.toString()) + ingevuld(regels));
        return Loop.van(klok, map, "bron", "verslagen", "--config", bestand.toString());
    }

    private static Deelnemer deelnemer(Clock klok, String regels) throws IOException {
        Path bestand = Files.writeString(map.resolve("deelnemer.yaml"), ingevuld(regels));
        Settings instellingen = Settings.read("ddas-bron", bestand, Map.of());
        Deelnemer deelnemer = Deelnemer.lees(instellingen, klok);
        instellingen.rejectUnknown();
        return deelnemer;
    }

    private static void verwacht(Loop loop, String... woorden) {
        assertThat(loop.uitgang()).as(loop.fout()).isEqualTo(2);
        assertThat(loop.fout()).contains(woorden);
        BadInputTest.assertCalm(loop);
    }

    @Test
    void theSupplierStartsWithCertificatesOfItsOwn() throws IOException {
        Loop loop = bron(NU, GOED);
        assertThat(loop.uitgang()).as(loop.fout()).isZero();
        assertThat(loop.uit()).contains("nog geen verwerkingsverslagen");
    }

    @Test
    void keysAnchorsAndListsAreThoseOfTheFiles() throws IOException {
        Deelnemer deelnemer = deelnemer(NU, GOED);
        assertThat(deelnemer.partij().oin()).isEqualTo(new Oin(OIN));
        assertThat(deelnemer.partij().signing().leaf()).isEqualTo(ons.signing().leaf());
        assertThat(deelnemer.partij().encryption().leaf())
                .isEqualTo(ons.encryption().leaf());
        Tls tls = deelnemer.map().tls(deelnemer.partij());
        assertThat(tls.chain().getFirst()).isEqualTo(ons.tls().leaf());
        assertThat(tls.anchors()).isEqualTo(uitgever.trust().anchors());
        assertThat(tls.revocation()).isInstanceOf(Revocation.Checked.class);
        assertThat(deelnemer.map().trust(Purpose.SIGNING).anchors())
                .isEqualTo(uitgever.trust().anchors());
    }

    @Test
    void whoDoesNotWantToLookWhoWasRevokedSaysSo() throws IOException {
        Deelnemer deelnemer =
                deelnemer(NU, GOED.replace("intrekkingen: [UIT/ca/intrekking.pem]", "intrekkingen: geen"));
        assertThat(deelnemer.map().tls(deelnemer.partij()).revocation()).isInstanceOf(Revocation.Unchecked.class);
        verwacht(bron(NU, GOED.replaceFirst("intrekkingen: .*\n", "")), "hoort intrekkingen", "geen");
    }

    @Test
    void aRenewedCertificateIsTakenUpAndABadOneIsNot() throws IOException {
        TestClock klok = new TestClock(Instant.now(NU));
        Path bestand = map.resolve("vervangen.pem");
        Path eerste = map.resolve("uitgever/partijen/ons-" + OIN + "/tls.pem");
        vervang(eerste, bestand);
        Deelnemer deelnemer =
                deelnemer(klok, GOED.replaceFirst("tls-sleutel: .*\n", "tls-sleutel: MAP/vervangen.pem\n"));
        Tls tweede = uitgever.tls(new Holder("Ons Nieuw", new Oin(OIN), List.of("localhost")));
        klok.advance(Duration.ofMinutes(1));
        vervang(map.resolve("uitgever/partijen/ons-nieuw-" + OIN + "/tls.pem"), bestand);
        assertThat(deelnemer.map().tls(deelnemer.partij()).chain()).isEqualTo(tweede.chain());
        assertThat(deelnemer.map().opmerking()).isEmpty();
        klok.advance(Duration.ofMinutes(1));
        vervang(map.resolve("uitgever/partijen/ons-" + OIN + "/ondertekening.pem"), bestand);
        assertThat(deelnemer.map().tls(deelnemer.partij()).chain())
                .as("not the key that signs")
                .isEqualTo(tweede.chain());
        assertThat(deelnemer.map().opmerking())
                .hasValueSatisfying(tekst -> assertThat(tekst).contains("tls-sleutel"));
        klok.advance(Duration.ofMinutes(1));
        vervang(map.resolve("uitgever/partijen/zij-00000099000000003000/tls.pem"), bestand);
        assertThat(deelnemer.map().tls(deelnemer.partij()).chain()).isEqualTo(tweede.chain());
    }

    private static void vervang(Path van, Path naar) throws IOException {
        Path half = Files.copy(
                van,
                naar.resolveSibling("half.pem"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Path _ = Files.move(half, naar, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void oneSourceOfCertificatesHasToBeChosen() throws IOException {
        verwacht(bron(NU, GOED + "vertrouwen-map: UIT\n"), "allebei", "Kies er een");
        verwacht(bron(NU, "partij: Ons\n"), "vertrouwen-map");
    }

    @Test
    void eachOfThreeKeysIsNeeded() throws IOException {
        for (String naam : List.of("tls-sleutel", "ondertekening-sleutel", "versleuteling-sleutel", "ankers")) {
            verwacht(bron(NU, GOED.replaceFirst("(?m)^" + naam + ": .*\n", "")), naam);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tls-sleutel: MAP/weg.pem                                          | weg.pem is er niet
            tls-sleutel: MAP/leeg.pem                                         | leeg.pem
            tls-sleutel: UIT/ca/ankers.pem                                    | ankers.pem
            tls-sleutel: ANDER/partijen/ons-00000099000000002000/tls.pem      | leidt het certificaat niet naar
            ankers: MAP/leeg.pem                                              | staat geen certificaat
            intrekkingen: MAP/leeg.pem                                        | staat geen intrekkingslijst
            intrekkingen: [geen, UIT/ca/intrekking.pem]                       | staat geen naast iets anders
            intrekkingen: ANDER/ca/intrekking.pem                             | niet na te gaan of het certificaat
            certificaten-omgeving: productie                                  | om te oefenen
            certificaten-omgeving: echt                                       | productie of test
            ondertekening-sleutel: UIT/partijen/zij-00000099000000003000/ondertekening.pem | van dezelfde organisatie
            ondertekening-sleutel: UIT/partijen/ons-00000099000000002000/versleuteling.pem | digitalSignature
            versleuteling-sleutel: UIT/partijen/ons-00000099000000002000/ondertekening.pem | twee keer dezelfde sleutel
            oin: "00000099000000009999"                                       | Laat oin weg
            tls-slutel: x                                                     | Bedoelde u 'tls-sleutel'?
            """)
    void eachFaultIsNamed(String regel, String reden) throws IOException {
        String naam = regel.substring(0, regel.indexOf(':'));
        String zonder = GOED.replaceFirst("(?m)^" + naam + ": .*\n", "");
        verwacht(bron(NU, zonder + regel + "\n"), reden);
    }

    @Test
    void anEndedCertificateIsNamedWithItsEnd() throws IOException {
        verwacht(bron(Clock.offset(NU, Duration.ofDays(4000)), GOED), "bij tls-sleutel", "verlopen, op");
    }

    private static Path ankers(String naam, Map<String, String> perDoel) throws IOException {
        Path ankers = map.resolve(naam);
        for (Map.Entry<String, String> een : perDoel.entrySet()) {
            Path doel = Files.createDirectories(ankers.resolve(een.getKey()));
            Files.copy(map.resolve(een.getValue() + "/ca/ankers.pem"), doel.resolve("wortel.pem"));
        }
        return ankers;
    }

    private static String met(Path ankers) {
        return GOED.replaceFirst("ankers: .*\n", "ankers: [" + ankers + "]\n");
    }

    @Test
    void anchorsCountForThePurposeOfTheirFolder() throws IOException {
        Path goed = ankers(
                "ankers-goed", Map.of("tls", "uitgever", "ondertekening", "uitgever", "versleuteling", "uitgever"));
        Deelnemer deelnemer = deelnemer(NU, met(goed));
        assertThat(deelnemer.map().trust(Purpose.ENCRYPTION).anchors()).hasSize(1);
        Path gemengd = ankers(
                "ankers-gemengd", Map.of("tls", "uitgever", "ondertekening", "ander", "versleuteling", "uitgever"));
        verwacht(bron(NU, met(gemengd)), "bij ondertekening-sleutel", "alleen staat voor tls");
        Path zonder = ankers("ankers-zonder", Map.of("tls", "uitgever", "ondertekening", "uitgever"));
        verwacht(bron(NU, met(zonder)), "versleuteling");
        Path anders = ankers("ankers-anders", Map.of("signing", "uitgever"));
        verwacht(bron(NU, met(anders)), "signing");
    }

    @Test
    void newKeysForMessagesAreTakenUpBesideTheOldOnesAndBadOnesAreNot() throws IOException {
        TestClock klok = new TestClock(Instant.now(NU));
        String eigen = "uitgever/partijen/ons-" + OIN + "/";
        Path tekenen = map.resolve("tekenen.pem");
        Path openen = map.resolve("openen.pem");
        vervang(map.resolve(eigen + "ondertekening.pem"), tekenen);
        vervang(map.resolve(eigen + "versleuteling.pem"), openen);
        Deelnemer deelnemer = deelnemer(
                klok,
                GOED.replaceFirst("ondertekening-sleutel: .*\n", "ondertekening-sleutel: MAP/tekenen.pem\n")
                        .replaceFirst("versleuteling-sleutel: .*\n", "versleuteling-sleutel: MAP/openen.pem\n"));
        Eigensleutels sleutels = eigensleutels(deelnemer);
        PayloadSigner ondertekenaar = deelnemer.ondertekenaar(klok);
        NestedJwtWriter _ = sleutels.schrijver(klok, new SecureRandom());
        assertThat(ondertekenaar.certificate()).isEqualTo(ons.signing().leaf());

        Party nieuw = uitgever.party("Ons Derde", new Oin(OIN), List.of());
        String derde = "uitgever/partijen/ons-derde-" + OIN + "/";
        vervang(map.resolve(derde + "ondertekening.pem"), tekenen);
        vervang(map.resolve(derde + "versleuteling.pem"), openen);
        klok.advance(Duration.ofSeconds(11));
        assertThat(ondertekenaar.certificate()).isEqualTo(nieuw.signing().leaf());
        zijnNaastElkaarBekend(sleutels, nieuw);

        // A key of somebody else, and one that is for TLS.
        vervang(map.resolve("uitgever/partijen/zij-00000099000000003000/ondertekening.pem"), tekenen);
        klok.advance(Duration.ofHours(27));
        assertThat(ondertekenaar.certificate()).isEqualTo(nieuw.signing().leaf());
        assertThat(sleutels.opmerking().get())
                .hasValueSatisfying(tekst -> assertThat(tekst).contains("ondertekening-sleutel", "blijft gelden"));
        assertThat(bladen(sleutels, Jwks.Use.SIG))
                .containsExactly(nieuw.signing().leaf());
        vervang(map.resolve(eigen + "tls.pem"), tekenen);
        klok.advance(Duration.ofSeconds(11));
        assertThat(ondertekenaar.certificate()).isEqualTo(nieuw.signing().leaf());
    }

    /// New and old keys, each where it is still of use.
    private void zijnNaastElkaarBekend(Eigensleutels sleutels, Party nieuw) {
        assertThat(sleutels.versleutelcertificaat())
                .isEqualTo(nieuw.encryption().leaf());
        assertThat(sleutels.versleuteling().get()).containsExactly(nieuw.encryption(), ons.encryption());
        assertThat(bladen(sleutels, Jwks.Use.SIG))
                .containsExactly(nieuw.signing().leaf(), ons.signing().leaf());
        assertThat(bladen(sleutels, Jwks.Use.ENC))
                .containsExactly(nieuw.encryption().leaf());
        assertThat(sleutels.opmerking().get()).isEmpty();
    }

    private static Eigensleutels eigensleutels(Deelnemer deelnemer) throws IOException {
        return Versleutelsleutels.lees(
                Settings.read("ddas-bron", Files.writeString(map.resolve("leeg.yaml"), "naam: x\n"), Map.of()),
                deelnemer);
    }

    private static List<X509Certificate> bladen(Eigensleutels sleutels, Jwks.Use doel) {
        return sleutels.bekend().keys().stream()
                .filter(een -> een.use() == doel)
                .map(een -> een.chain().getFirst())
                .toList();
    }
}
