// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An own authority from the command line, with its two operators and a party.
class CaOpdrachtTest {

    @TempDir
    static Path begonnen;

    @TempDir
    Path map;

    @BeforeAll
    static void begin() throws Exception {
        afgesloten(Files.writeString(begonnen.resolve("geheim"), "een lang wachtwoord\n"));
        for (String naam : new String[] {"Anna Bakker", "Bram Visser", "Carla de Wit"}) {
            goed(
                    begonnen,
                    "beheerder maak",
                    "'" + naam + "'",
                    "--uit @/" + naam.substring(0, 4).strip() + ".pem");
        }
        String uit = goed(
                begonnen,
                "begin --ca @/ca --naam Stelselbeheer --omgeving test --beleid 2.999.7 --adres http://ca.stelsel.example",
                "--beheerder @/Anna.pem --tweede @/Bram-certificaat.pem --wachtwoord @/geheim --stam-wachtwoord @/geheim");
        assertThat(uit).contains("kluis");
        Files.move(begonnen.resolve("ca/stam-sleutel.pem"), begonnen.resolve("kluis.pem"));
        Loop aanvraag = Loop.van(
                begonnen,
                woorden(
                        begonnen,
                        "vertrouwen aanvraag --naam 'Gemeente Wijk' --oin 00000099000000001000",
                        "--host bron.wijk.example --uit @/wijk"));
        assertThat(aanvraag.uitgang()).as(aanvraag.alles()).isZero();
    }

    @BeforeEach
    void kopie() throws Exception {
        try (Stream<Path> alles = Files.walk(begonnen)) {
            for (Path bestand : alles.skip(1).toList()) {
                Files.copy(
                        bestand,
                        map.resolve(begonnen.relativize(bestand).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void aMunicipalityGetsItsThreeCertificates() {
        assertThat(vraagAan()).contains("Gemeente Wijk").contains("bron.wijk.example");
        assertThat(ca("lijst --ca @/ca").uit()).contains("wacht op goedkeuring").contains("Anna Bakker");

        Loop zelf = ca("keur 4 --ca @/ca --beheerder @/Anna.pem --wachtwoord @/geheim");
        assertThat(zelf.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(zelf.fout()).contains("zelf voorgesteld");
        assertThat(keur(4)).contains("goedgekeurd en uitgevoerd");

        for (String doel : new String[] {"tls", "ondertekening", "versleuteling"}) {
            assertThat(map.resolve("ca/uitgegeven/4/" + doel + "-keten.pem")).exists();
        }
        assertThat(ca("lijst --ca @/ca").uit()).contains("versleuteling").contains("geldig");
        assertThat(ca("logboek --ca @/ca").uit()).contains("Bram Visser").contains("keurde 4 goed");
    }

    @Test
    void whatWasRevokedIsOnTheList() {
        vraagAan();
        keur(4);
        goed(map, "intrekken --ca @/ca --aanvraag 4 --reden sleutel-gelekt --beheerder @/Anna.pem");
        keur(7);

        assertThat(ca("lijst --ca @/ca --alles").uit()).contains("ingetrokken: sleutel-gelekt");
        assertThat(ca("crl --ca @/ca --nu --wachtwoord @/geheim").uit()).contains("3 ingetrokken");
    }

    /// Also when the request itself has nothing left that counts.
    @Test
    void whoTakesInALeakedKeySeesWhatGoesAlong() {
        vraagAan();
        keur(4);
        goed(map, "vernieuwen 4 --ca @/ca --bewijs x --kenmerk y --beheerder @/Anna.pem");
        keur(7);
        goed(map, "intrekken --ca @/ca --aanvraag 7 --reden vervangen --beheerder @/Anna.pem");
        keur(10);

        assertThat(goed(map, "intrekken --ca @/ca --aanvraag 7 --reden sleutel-gelekt --beheerder @/Anna.pem"))
                .contains("Gemeente Wijk, tls, aanvraag 7, ingetrokken: vervangen")
                .contains("Gemeente Wijk, tls, aanvraag 4, geldig")
                .contains("Voorstel 13 staat klaar");
        keur(13);
        assertThat(ca("lijst --ca @/ca").uit()).contains("Er zijn geen certificaten.");
    }

    /// Five years after it began its own certificate ends; 397 days before that it gives no more.
    @Test
    void saysInTimeThatItNeedsASuccessor() {
        assertThat(lijstOp("2030-04-01T09:00:00Z")).doesNotContain("opvolger");
        assertThat(lijstOp("2030-04-05T09:00:00Z")).contains("2 juli 2030", "ca opvolger");
        assertThat(lijstOp("2030-08-01T09:00:00Z")).contains("2 juli 2030", "ca opvolger");
    }

    private String lijstOp(String moment) {
        return Loop.van(TestClock.at(moment), map, woorden(map, "vertrouwen ca lijst --ca @/ca"))
                .uit();
    }

    /// It goes on until somebody stops it: here by interrupting its thread.
    @Test
    void theListsCanBeFetchedWhileItServes() throws Exception {
        PipedInputStream gezegd = new PipedInputStream();
        PrintStream fout = new PrintStream(new PipedOutputStream(gezegd), true, StandardCharsets.UTF_8);
        Omgeving omgeving = new Omgeving(
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                fout,
                new TestClock(Instant.parse("2026-08-03T09:00:00Z")),
                Map.of(),
                map);
        AtomicInteger uitgang = new AtomicInteger(-1);
        Thread bediener = Thread.ofPlatform().start(() -> {
            uitgang.set(
                    Main.run(omgeving, woorden(map, "vertrouwen ca crl --ca @/ca --wachtwoord @/geheim --bedien 0")));
            fout.close();
        });
        URI adres;
        try (BufferedReader regels = new BufferedReader(new InputStreamReader(gezegd, StandardCharsets.UTF_8))) {
            adres = URI.create(regels.lines()
                    .filter(regel -> regel.contains("http://"))
                    .findFirst()
                    .orElseThrow()
                    .replaceFirst(".*(http://[0-9.:]+/).*", "$1"));
            for (String naam : new String[] {"stam.crl", "uitgever-1.crl", "stam.cer"}) {
                try (InputStream in = adres.resolve(naam).toURL().openStream()) {
                    assertThat(in.readAllBytes())
                            .isEqualTo(Files.readAllBytes(
                                    map.resolve("ca/publicatie").resolve(naam)));
                }
            }
            bediener.interrupt();
            bediener.join();
        }
        assertThat(uitgang).hasValue(Uitgang.GOED);
        assertThatThrownBy(() -> adres.resolve("stam.crl").toURL().openStream()).isInstanceOf(IOException.class);
    }

    @Test
    void theDrillChangesNothingAndSaysWhoMustFetch() {
        vraagAan();
        keur(4);
        String voor = ca("logboek --ca @/ca").uit();

        String uit = goed(
                map, "oefening --ca @/ca --wachtwoord @/geheim --stam-wachtwoord @/geheim --stam-sleutel @/kluis.pem");

        assertThat(uit)
                .contains("Gemeente Wijk")
                .contains("3 van 3 geldige certificaten")
                .contains("geslaagd");
        assertThat(ca("logboek --ca @/ca").uit()).isEqualTo(voor);
    }

    /// The certificates of before count no more: who approves hears who has to get which.
    @Test
    void afterALeakItSaysWhoMustFetchWhat() {
        vraagAan();
        keur(4);
        goed(map, "opvolger --ca @/ca --gelekt --beheerder @/Anna.pem");

        String uit = goed(
                map,
                "keur 7 --ca @/ca --beheerder @/Bram.pem --wachtwoord @/geheim --stam-wachtwoord @/geheim"
                        + " --stam-sleutel @/kluis.pem");

        assertThat(uit)
                .contains("De oude uitgever is ingetrokken")
                .contains("3 certificaten")
                .containsOnlyOnce("  Gemeente Wijk (00000099000000001000): " + map.resolve("ca/uitgegeven/4"))
                .contains(map.resolve("ca/publicatie").toString());
        assertThat(ca("lijst --ca @/ca").uit()).contains("geldig");
    }

    @Test
    void afterAnOrdinarySuccessionNobodyHasToFetchAnything() {
        vraagAan();
        keur(4);
        goed(map, "opvolger --ca @/ca --beheerder @/Anna.pem");

        assertThat(goed(
                        map,
                        "keur 7 --ca @/ca --beheerder @/Bram.pem --wachtwoord @/geheim --stam-wachtwoord @/geheim"
                                + " --stam-sleutel @/kluis.pem"))
                .contains("niemand hoeft iets op te halen")
                .doesNotContain("Gemeente Wijk");
    }

    @Test
    void aThirdAdministratorIsAddedByTwo() {
        goed(map, "beheerder voordragen --ca @/ca @/Carl-certificaat.pem --beheerder @/Anna.pem");
        goed(map, "keur 4 --ca @/ca --beheerder @/Bram.pem");

        assertThat(goed(map, "beheerder lijst --ca @/ca")).contains("Carla de Wit");
    }

    @Test
    void whoIsNoAdministratorDoesNothing() {
        Loop vreemd = ca("aanvraag --ca @/ca @/wijk --bewijs x --kenmerk y --beheerder @/Carl.pem");

        assertThat(vreemd.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(vreemd.fout()).contains("niet in de lijst van beheerders");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        Files.delete(map.resolve("wijk/ondertekening.csr"));
        Files.writeString(map.resolve("wijk/tls.csr"), "geen aanvraag");

        Loop stuk = ca("aanvraag --ca @/ca @/wijk --bewijs x --kenmerk y --beheerder @/Anna.pem");

        assertThat(stuk.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(stuk.fout()).contains("ondertekening: de aanvraag ontbreekt").contains("tls: dit is geen aanvraag");
    }

    @Test
    void aWrongPasswordChangesNothing() throws Exception {
        vraagAan();
        Path ander = Files.writeString(map.resolve("ander"), "een heel ander woord");
        Loop open = ca("keur 4 --ca @/ca --beheerder @/Bram.pem --wachtwoord @/ander");
        assertThat(open.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(open.fout()).contains(ander + " met het wachtwoord", "chmod 600");
        afgesloten(ander);

        Loop dicht = ca("keur 4 --ca @/ca --beheerder @/Bram.pem --wachtwoord @/ander");

        assertThat(dicht.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(ca("lijst --ca @/ca").uit()).contains("wacht op goedkeuring");
    }

    @Test
    void whoWritesInTheJournalIsFoundOut() throws Exception {
        vraagAan();
        Path journaal = map.resolve("ca/goedkeuring/journaal.jsonl");
        Files.writeString(journaal, Files.readString(journaal).replace("\"n", "\"m"));

        Loop stuk = ca("lijst --ca @/ca");

        assertThat(stuk.uitgang()).isEqualTo(Uitgang.KAPOT);
        assertThat(stuk.fout()).contains("regel 1").doesNotContain("Anna");
    }

    /// One operator who can write in the folder would else give every party an anchor of his own.
    @Test
    void whoReplacesTheAnchorOrTheLimitsIsFoundOut() throws Exception {
        Path anker = map.resolve("ca/stam.pem");
        String echt = Files.readString(anker);
        Files.writeString(anker, Files.readString(map.resolve("ca/uitgever-1.pem")));
        Loop vals = ca("lijst --ca @/ca");
        assertThat(vals.uitgang()).isEqualTo(Uitgang.KAPOT);
        assertThat(vals.fout()).contains(anker.toString(), "reservekopie", echt.strip());

        Files.writeString(anker, echt);
        Path instellingen = map.resolve("ca/ca.yaml");
        String begonnen = Files.readString(instellingen);
        Files.writeString(instellingen, begonnen.replace("test", "productie"));
        Loop ruimer = ca("lijst --ca @/ca");
        assertThat(ruimer.uitgang()).isEqualTo(Uitgang.KAPOT);
        assertThat(ruimer.fout()).contains(instellingen.toString(), "reservekopie", begonnen);
    }

    @Test
    void whoDoesNotShowWhoHeIsDecidesNothing() {
        vraagAan();
        for (String besluit : new String[] {"--terugnemen", "--afwijzen 'niet eens'"}) {
            Loop niemand = ca("keur 4 --ca @/ca " + besluit);

            assertThat(niemand.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
            assertThat(niemand.fout()).contains("--beheerder");
        }
        Loop allebei = ca("keur 4 --ca @/ca --terugnemen --afwijzen x --beheerder @/Anna.pem");
        assertThat(allebei.fout()).contains("gaan niet samen");
        assertThat(ca("lijst --ca @/ca").uit()).contains("wacht op goedkeuring");
    }

    @Test
    void aDrillWithoutTheRootKeyClaimsNothing() {
        Loop loop = ca("oefening --ca @/ca --wachtwoord @/geheim --stam-wachtwoord @/geheim");

        assertThat(loop.uitgang()).isEqualTo(Uitgang.BEVINDINGEN);
        assertThat(loop.fout()).contains("stamsleutel nodig");
        assertThat(loop.uit()).contains("niet geslaagd").doesNotContain("nagegaan", "ophalen");
    }

    @Test
    void saysWhatIsWrongWithACommand() {
        assertThat(ca("intrekken --ca @/ca --reden vervangen --beheerder @/Anna.pem")
                        .fout())
                .contains("--aanvraag");
        assertThat(ca("keur 1 --ca @/ca --beheerder @/Bram-certificaat.pem").uitgang())
                .isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(ca("beheerder voordragen --ca @/ca @/weg.pem --beheerder @/Anna.pem")
                        .fout())
                .contains("is er niet");
        assertThat(ca("--help").uit()).contains("[OPDRACHT]").doesNotContain("COMMAND");
        for (String naam : new String[] {"'Gemeente Wijk '", "'Wijk\u202e'", "'Gemeente\u00a0Wijk'", "'\u200bWijk'"}) {
            Loop loop = Loop.van(
                    map, woorden(map, "vertrouwen aanvraag --oin 12345678 --uit @/nieuw --host a.nl --naam " + naam));
            assertThat(loop.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
            assertThat(loop.fout()).contains("1 tot 64 gewone tekens, zonder spatie aan het begin of eind");
        }
        for (String host : new String[] {"'geen host'", "127.0.0.1", "Bron.nl", "localhost"}) {
            Loop loop = Loop.van(
                    map, woorden(map, "vertrouwen aanvraag --naam Wijk --oin 12345678 --uit @/nieuw --host " + host));
            assertThat(loop.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
            assertThat(loop.fout()).contains("bij --host hoort");
        }
    }

    @Test
    void revokingNamesTheRequestThatIsNotThere() {
        Loop niets = ca("intrekken --ca @/ca --aanvraag 99 --reden vervangen --beheerder @/Anna.pem");

        assertThat(niets.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(niets.fout()).contains("van aanvraag 99", "ca lijst");
    }

    @Test
    void withoutAnAuthoritySaysWhatToDo() {
        Loop niets = ca("lijst --ca @/nergens");

        assertThat(niets.uitgang()).isEqualTo(Uitgang.VERKEERD_GEBRUIK);
        assertThat(niets.fout()).contains("ca begin");
    }

    private String vraagAan() {
        return goed(
                map,
                "aanvraag --ca @/ca @/wijk --bewijs 'uittreksel en gesprek' --kenmerk zaak-12 --beheerder @/Anna.pem");
    }

    private String keur(long nummer) {
        return goed(map, "keur " + nummer + " --ca @/ca --beheerder @/Bram.pem --wachtwoord @/geheim");
    }

    private Loop ca(String opdracht) {
        return Loop.van(map, woorden(map, "vertrouwen ca " + opdracht));
    }

    private static String goed(Path map, String... opdracht) {
        Loop loop = Loop.van(map, woorden(map, "vertrouwen ca " + String.join(" ", opdracht)));
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
        return loop.uit();
    }

    private static void afgesloten(Path bestand) throws IOException {
        Files.setPosixFilePermissions(bestand, PosixFilePermissions.fromString("rw-------"));
    }

    /// Words between quotes stay together; `@` is the folder.
    private static String[] woorden(Path map, String... opdracht) {
        return Stream.of(String.join(" ", opdracht).split(" (?=(?:[^']*'[^']*')*[^']*$)"))
                .map(woord -> woord.replace("'", "").replaceFirst("^@", map.toString()))
                .toArray(String[]::new);
    }
}
