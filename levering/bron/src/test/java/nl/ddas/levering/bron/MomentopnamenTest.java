// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.Sha256;
import nl.ddas.levering.bron.Momentopnamemaker.Reden;
import nl.ddas.levering.bron.Momentopnamen.Toegang;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.SignatureForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots and ready pages on disk, without a connection.
class MomentopnamenTest {

    private static final Bronregels ZONDER_LOG =
            new Bronregels(Optional.empty(), Afzenderbepaling.uitTls(), Optional.empty(), "proef");

    private static final Proefstelsel STELSEL = Proefstelsel.gedeeld();

    @TempDir
    private Path map;

    private final TestClock clock = TestClock.at("2026-11-20T09:00:00Z");
    private final Proefbron gegevens = new Proefbron().met("Gemeente Voorbeeldstad", "GM0518", 0, 40);
    private final AtomicReference<Identity> identiteit = new AtomicReference<>(STELSEL.leverancier.signing());
    private SignatureForm vorm = SignatureForm.A;
    private SealedFolder opslag;
    private Paginas paginas;
    private Momentopnamen momentopnamen;

    @BeforeEach
    void open() throws IOException {
        open(10_000_000);
    }

    private void open(long ruimte) throws IOException {
        opslag = SealedFolder.open(map.resolve("opslag"), map.resolve("sleutel"), new SecureRandom());
        BronConfig config = STELSEL.config(map, Beschikbaarheid.ALTIJD, 100);
        IndexOpslag indexen = new IndexOpslag(BerichtLezer.metEigenSchemas());
        PayloadSigner ondertekenaar = new PayloadSigner(identiteit::get, Clock.systemUTC(), vorm);
        paginas = new Paginas(opslag, ondertekenaar, clock, ruimte);
        Momentopnamemaker maker = new Momentopnamemaker(gegevens, opslag, indexen, config, ZONDER_LOG, clock);
        momentopnamen = new Momentopnamen(
                opslag,
                maker,
                paginas,
                config.gegevens().verversing(),
                clock,
                Duration.ofMinutes(1),
                Momentopnamemelder.STIL);
        momentopnamen.herstel(indexen);
    }

    @AfterEach
    void sluit() {
        momentopnamen.close();
    }

    @Test
    void theStandardPageIsReadyBeforeAnyoneAsks() throws IOException {
        momentopnamen.tik();
        assertThat(opslag.names()).filteredOn(Momentopname::isPagina).hasSize(1);
        assertThat(opslag.names()).hasSize(3);
    }

    @Test
    void whoReadsTheOldSnapshotReadsOnWhenANewOneTakesItsPlace() throws IOException {
        Momentopname oud = voor(Proefbron.HALFJAAR);
        try (Pagina pagina = paginas.geef(oud, selectie(oud, 1, 40))) {
            gegevens.leveringen.clear();
            gegevens.met("Gemeente Elders", "GM0363", 100, 1);
            momentopnamen.ververs(Proefbron.HALFJAAR);
            assertThat(opslag.names()).noneMatch(oud::bezit);
            assertThat(Antwoorden.trajecten(tekst(pagina))).hasSize(40);
        }
        Momentopname nieuw = voor(Proefbron.HALFJAAR);
        try (Pagina pagina = paginas.geef(nieuw, selectie(nieuw, 1, 40))) {
            assertThat(Antwoorden.trajecten(tekst(pagina))).containsExactly(100);
        }
    }

    @Test
    void readyPagesStayWithinTheirRoomAndThoseAskedForLastStay() throws IOException {
        Momentopname momentopname = voor(Proefbron.HALFJAAR);
        long grootte;
        try (Pagina pagina = paginas.geef(momentopname, selectie(momentopname, 1, 10))) {
            grootte = pagina.bestand().size();
        }
        momentopnamen.close();
        open(grootte * 3);
        momentopname = voor(Proefbron.HALFJAAR);
        for (int page : List.of(1, 2, 1, 3, 1, 4)) {
            paginas.geef(momentopname, selectie(momentopname, page, 10)).close();
            assertThat(paginas.bezet()).isLessThanOrEqualTo(grootte * 3);
        }
        Set<String> voor = Set.copyOf(opslag.names());
        paginas.geef(momentopname, selectie(momentopname, 1, 10)).close();
        assertThat(opslag.names()).containsExactlyInAnyOrderElementsOf(voor);
    }

    /// The old certificate may be at its end, or revoked: nobody takes its signature any more.
    @Test
    void aPageIsSignedAnewWhenTheCertificateIsAnother() throws IOException {
        String oud = handtekening();
        assertThat(handtekening()).as("as long as nothing changes").isEqualTo(oud);
        identiteit.set(STELSEL.vreemde.signing());
        assertThat(header(handtekening())).contains(vingerafdruk(STELSEL.vreemde.signing()));
    }

    @Test
    void aPageOfAnEarlierRunIsServedOnlyWhenItsCertificateIsThePresentOne() throws IOException {
        String oud = handtekening();
        momentopnamen.close();
        open();
        assertThat(handtekening()).as("as long as nothing changes").isEqualTo(oud);
        momentopnamen.close();
        identiteit.set(STELSEL.vreemde.signing());
        open();
        assertThat(header(handtekening())).contains(vingerafdruk(STELSEL.vreemde.signing()));
    }

    @Test
    void aPageOfAnEarlierRunIsServedOnlyWhenItsFormIsThePresentOne() throws IOException {
        for (SignatureForm andere : List.of(SignatureForm.A, SignatureForm.B, SignatureForm.A)) {
            momentopnamen.close();
            vorm = andere;
            open();
            assertThat(header(handtekening()).contains("\"sigD\"")).isEqualTo(andere == SignatureForm.B);
        }
    }

    @Test
    void anotherPeriodGetsASnapshotOfItsOwnAndOnlyAFewAreKept() throws IOException {
        momentopnamen.tik();
        for (int jaar = 2010; jaar < 2020; jaar++) {
            Aanleverperiode periode = new Aanleverperiode(
                    LocalDate.of(jaar, 1, 1), LocalDate.of(2026, 1, 1).plusDays(jaar));
            assertThat(voor(periode).periode()).isEqualTo(periode);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(opslag.names())
                .filteredOn(naam -> Momentopname.idVanIndex(naam).isPresent())
                .hasSizeLessThanOrEqualTo(6)
                .anyMatch(naam -> naam.startsWith("2026-01-01_2026-06-30"));
    }

    @Test
    void aPartOfAPeriodIsServedFromTheSnapshotOfTheWhole() {
        momentopnamen.tik();
        int gelezen = gegevens.gelezen;
        voor(new Aanleverperiode(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")));
        assertThat(gegevens.gelezen).isEqualTo(gelezen);
    }

    @Test
    void aPeriodWithoutLeveringenHasNoSnapshot() {
        Aanleverperiode leeg = new Aanleverperiode(LocalDate.parse("2019-01-01"), LocalDate.parse("2019-06-30"));
        assertThat(momentopnamen.voor(leeg)).isEqualTo(new Toegang.Geen(Reden.GEEN_GEGEVENS));
    }

    @Test
    void manyWhoAskAtOnceGetTheSamePageFromOneReadingOfTheSource() throws InterruptedException, ExecutionException {
        Set<String> handtekeningen = ConcurrentHashMap.newKeySet();
        Callable<Integer> vrager = () -> {
            Momentopname momentopname = voor(Proefbron.HALFJAAR);
            try (Pagina pagina = paginas.geef(momentopname, selectie(momentopname, 2, 15))) {
                handtekeningen.add(pagina.handtekening().payloadSig());
                return Antwoorden.trajecten(tekst(pagina)).size();
            }
        };
        try (ExecutorService velen = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> antwoorden = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                antwoorden.add(velen.submit(vrager));
            }
            for (Future<Integer> antwoord : antwoorden) {
                assertThat(antwoord.get()).isEqualTo(15);
            }
        }
        assertThat(gegevens.gelezen).isEqualTo(1);
        assertThat(handtekeningen).isNotEmpty();
    }

    /// The signature of a page as it goes out.
    private String handtekening() throws IOException {
        Momentopname momentopname = voor(Proefbron.HALFJAAR);
        try (Pagina pagina = paginas.geef(momentopname, selectie(momentopname, 1, 40))) {
            return pagina.handtekening().payloadSig();
        }
    }

    private static String header(String handtekening) {
        String kop = handtekening.substring(0, handtekening.indexOf('.'));
        return new String(Base64.getUrlDecoder().decode(kop), StandardCharsets.US_ASCII);
    }

    /// As it stands in `x5t#S256`.
    private static String vingerafdruk(Identity wie) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Sha256.of(wie.leaf().getEncoded()));
        } catch (CertificateEncodingException geen) {
            throw new IllegalStateException(geen);
        }
    }

    private Momentopname voor(Aanleverperiode periode) {
        return ((Toegang.Beschikbaar) momentopnamen.voor(periode)).momentopname();
    }

    private static Selectie selectie(Momentopname momentopname, int page, int pageSize) {
        Gegevensverzoek vraag = new Gegevensverzoek(
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(page), OptionalInt.of(pageSize));
        return Selectie.van(momentopname.index(), Proefbron.HALFJAAR, Reikwijdte.ALLES, vraag)
                .orElseThrow();
    }

    private static String tekst(Pagina pagina) throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        pagina.kopieerNaar(uit);
        return uit.toString(StandardCharsets.UTF_8);
    }
}
