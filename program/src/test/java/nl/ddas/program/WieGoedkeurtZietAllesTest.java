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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.ddas.authority.CaOutcome;
import nl.ddas.authority.IdentityProof;
import nl.ddas.authority.Issued;
import nl.ddas.authority.OwnAuthority;
import nl.ddas.authority.PartyRequest;
import nl.ddas.authority.RequestFiles;
import nl.ddas.authority.RequestReading;
import nl.ddas.authority.RevocationReason;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.CertificateText;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonBool;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.Operator;
import nl.ddas.basis.OperatorKey;
import nl.ddas.basis.Proposal;
import nl.ddas.basis.Proposal.Standing;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who approves sees all of what he approves: a proposal that differs in any member reads otherwise. The members are
/// those that the program itself writes, so one that is added later is looked at too.
class WieGoedkeurtZietAllesTest {

    private static final Clock KLOK = new TestClock(Instant.parse("2026-08-03T09:00:00Z"));
    private static final IdentityProof BEWIJS = new IdentityProof("uittreksel en gesprek", "zaak-12");

    @TempDir
    private static Path map;

    @BeforeAll
    static void begin() throws Exception {
        Files.setPosixFilePermissions(
                Files.writeString(map.resolve("geheim"), "een lang wachtwoord\n"),
                PosixFilePermissions.fromString("rw-------"));
        for (String naam : new String[] {"Anna Bakker", "Bram Visser", "Carla Smit", "Dirk Mol", "Emma Vos"}) {
            Path _ = Beleidtoneel.sleutel(map, naam.substring(0, 4), naam);
        }
        goed("vertrouwen ca begin --ca +ca --naam Stelselbeheer --omgeving test --beleid 2.999.7"
                + " --adres http://ca.stelsel.example --beheerder +Anna --tweede +Bram-certificaat.pem"
                + " --wachtwoord +geheim --stam-wachtwoord +geheim");
        for (String plek : new String[] {"wijk", "ander"}) {
            goed("vertrouwen aanvraag --naam Wijk --oin 12345678 --host bron.wijk.example --uit +" + plek);
        }
    }

    @Test
    void ofAnAuthority() throws Exception {
        OwnAuthority uitgever = OwnAuthority.open(plek("ca"), KLOK, new SecureRandom());
        OperatorKey anna = Beheerderssleutel.lees(plek("Anna"));
        CaOutcome _ = uitgever.request(aanvraag(uitgever, "wijk"), BEWIJS, anna);
        goed("vertrouwen ca keur 4 --ca +ca --beheerder +Bram --wachtwoord +geheim");
        Approvals.Outcome _ = uitgever.approvals().proposeOperator(persoon("Carl"), anna);
        goed("vertrouwen ca keur 7 --ca +ca --beheerder +Bram");

        PartyRequest ander = aanvraag(uitgever, "ander");
        long vernieuwd = nummer(uitgever.renew(4, List.of(ander), BEWIJS, anna));
        List<Issued> gegeven = uitgever.register().issued();
        long ingetrokken =
                nummer(uitgever.revoke(List.of(gegeven.getFirst().serial()), RevocationReason.KEY_COMPROMISE, anna));
        long opgevolgd = nummer(uitgever.succeed(false, anna));
        Approvals.Outcome _ = uitgever.approvals().proposeOperator(persoon("Dirk"), anna);
        Approvals.Outcome _ =
                uitgever.approvals().proposeRemoval(persoon("Carl").fingerprint(), anna);

        PartyRequest eerst = aanvraag(uitgever, "wijk");
        elkVerschilIsTeZien(
                uitgever.approvals(),
                "vertrouwen ca keur %d --ca +ca",
                Map.of(
                        "certificate",
                        CertificateText.base64(persoon("Emma").certificate()),
                        "fingerprint",
                        persoon("Bram").fingerprint(),
                        "reason",
                        "vervangen",
                        "serials",
                        gegeven.getLast().serial().toString(16),
                        "tls",
                        base64(eerst, Purpose.TLS),
                        "ondertekening",
                        base64(eerst, Purpose.SIGNING),
                        "versleuteling",
                        base64(eerst, Purpose.ENCRYPTION)));
        elkeSoortIsTeLezen(vernieuwd, ingetrokken, opgevolgd);
    }

    private static void elkeSoortIsTeLezen(long vernieuwd, long ingetrokken, long opgevolgd) {
        assertThat(getoond("vertrouwen ca keur %d --ca +ca", vernieuwd))
                .contains("uittreksel en gesprek", "vernieuwt         aanvraag 4");
        assertThat(getoond("vertrouwen ca keur %d --ca +ca", ingetrokken))
                .contains("Wijk, tls, aanvraag 4, geldig", "sleutel-gelekt");
        assertThat(getoond("vertrouwen ca keur %d --ca +ca", opgevolgd)).contains("nee: de uitgever van nu");
        assertThat(getoond("vertrouwen ca keur %d --ca +ca", opgevolgd + 1)).contains("nieuwe beheerder  Dirk Mol");
        assertThat(getoond("vertrouwen ca keur %d --ca +ca", opgevolgd + 2))
                .contains("geen beheerder meer  Carla Smit");
    }

    @Test
    void ofRules() throws Exception {
        Beleidtoneel.schrijf(map);
        String voorbeeld = goed("bron beleid voorbeeld");
        Files.writeString(plek("regels.yaml"), voorbeeld);
        goed("bron beleid beheerder +Anna --beheerder +Anna --config +bron.yaml");
        goed("bron beleid beheerder +Bram --beheerder +Anna --config +bron.yaml");
        goed("bron beleid voorstel +regels.yaml --beheerder +Anna --config +bron.yaml");
        String opdracht = "bron beleid toon %d --config +bron.yaml";

        Map<String, String> anders = Map.of(
                "organisatie", "00000099000000003000",
                "gegeven", "gemeente 0363",
                "ondertekend", "2026-06-02",
                "vrijgegeven", "2026-06-16",
                "van", "2026-07-02",
                "tot", "2099-01-01");
        elkVerschilIsTeZien(Approvals.open(plek("beleid"), KLOK), opdracht, anders);

        naastWatGeldt(voorbeeld);
    }

    /// What becomes different, what is new and what goes.
    private static void naastWatGeldt(String voorbeeld) throws IOException {
        goed("bron beleid keur 3 --beheerder +Bram --config +bron.yaml");
        Files.writeString(
                plek("meer.yaml"),
                voorbeeld.replace("tot: 2027-07-01", "tot: 2099-01-01")
                        + voorbeeld
                                .substring(voorbeeld.indexOf("  - naam:"))
                                .replace("CBS krijgt alles", "RIVM krijgt een deel"));
        assertThat(goed("bron beleid voorstel +meer.yaml --beheerder +Anna --config +bron.yaml"))
                .containsPattern("tot +1 januari 2099\n +nu nog: 1 juli 2027\n")
                .containsPattern("RIVM krijgt een deel\n  verandering +deze regel is nieuw\n");
        Files.writeString(plek("regels.yaml"), voorbeeld.replace("CBS krijgt alles", "Nieuwe naam"));
        assertThat(goed("bron beleid voorstel +regels.yaml --beheerder +Anna --config +bron.yaml"))
                .containsPattern("CBS krijgt alles\n  verandering +deze regel vervalt\n");
    }

    /// Proposes the same with one member changed, for each member of each proposal that is open.
    private static void elkVerschilIsTeZien(Approvals goedkeuringen, String opdracht, Map<String, String> anders)
            throws IOException {
        OperatorKey anna = Beheerderssleutel.lees(plek("Anna"));
        Set<String> gezien = new TreeSet<>();
        for (Proposal voorstel : goedkeuringen.proposals(Standing.OPEN)) {
            String zoals = getoond(opdracht, voorstel.id());
            for (Map.Entry<String, JsonValue> variant :
                    varianten("", voorstel.content(), anders).entrySet()) {
                Approvals.Outcome uitkomst =
                        goedkeuringen.propose(voorstel.kind(), (JsonObject) variant.getValue(), anna);
                assertThat(uitkomst).as(variant.getKey()).isInstanceOf(Approvals.Outcome.Done.class);
                assertThat(getoond(
                                opdracht,
                                ((Approvals.Outcome.Done) uitkomst).entry().number()))
                        .as(voorstel.kind() + variant.getKey())
                        .isNotEqualTo(zoals);
                gezien.add(variant.getKey());
            }
        }
        assertThat(gezien).hasSizeGreaterThan(8);
    }

    /// Each with one leaf changed, under the path to it.
    private static Map<String, JsonValue> varianten(String pad, JsonValue waarde, Map<String, String> anders) {
        Map<String, JsonValue> varianten = new LinkedHashMap<>();
        String naam = pad.replaceAll("\\[\\d+]", "").replaceFirst(".*/", "");
        switch (waarde) {
            case JsonObject object ->
                object.members().forEach((lid, inhoud) -> varianten(pad + "/" + lid, inhoud, anders)
                        .forEach((waar, ander) -> varianten.put(waar, object.with(lid, ander))));
            case JsonArray(List<JsonValue> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    int hier = i;
                    varianten(pad + "[" + i + "]", items.get(i), anders).forEach((waar, ander) -> {
                        List<JsonValue> anderen = new ArrayList<>(items);
                        anderen.set(hier, ander);
                        varianten.put(waar, new JsonArray(anderen));
                    });
                }
            }
            case JsonText(String tekst) ->
                varianten.put(pad, new JsonText(anders.getOrDefault(naam, tekst + " en meer")));
            case JsonNumber getal ->
                varianten.put(pad, JsonNumber.of(getal.whole().orElseThrow() + 1));
            case JsonBool(boolean waar) -> varianten.put(pad, new JsonBool(!waar));
            case JsonNull() -> {}
        }
        return varianten;
    }

    /// What a proposal reads like, but for its number.
    private static String getoond(String opdracht, long nummer) {
        return goed(opdracht.formatted(nummer)).replaceFirst("Voorstel \\d+", "Voorstel");
    }

    private static String goed(String opdracht) {
        String[] woorden = Stream.of(opdracht.split(" "))
                .map(woord -> woord.startsWith("+") ? plek(woord.substring(1)).toString() : woord)
                .toArray(String[]::new);
        Loop loop = Loop.van(KLOK, map, woorden);
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
        return loop.uit();
    }

    private static Path plek(String naam) {
        return map.resolve(naam);
    }

    private static Operator persoon(String naam) {
        return Beheerderssleutel.persoon(plek(naam + "-certificaat.pem"));
    }

    private static PartyRequest aanvraag(OwnAuthority uitgever, String naam) throws IOException {
        return ((RequestReading.Accepted) uitgever.read(RequestFiles.read(plek(naam)))).request();
    }

    private static String base64(PartyRequest gevraagd, Purpose doel) {
        return Base64.getEncoder()
                .encodeToString(Objects.requireNonNull(gevraagd.requests().get(doel)));
    }

    private static long nummer(CaOutcome uitkomst) {
        return ((CaOutcome.Done) uitkomst).id();
    }
}
