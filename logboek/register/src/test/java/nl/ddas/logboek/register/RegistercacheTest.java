// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static nl.ddas.logboek.register.Proefregister.TWEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.ddas.logboek.model.Verwerkingsactiviteiten.Betrokkenen;
import nl.ddas.logboek.model.Verwerkingsactiviteiten.Verwerkingsactiviteit;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a log knows of the register.
class RegistercacheTest {

    private static final String URI = Proefregister.document().uri(EEN).toString();

    private static Registercache cache(Instant now, Activiteit... activiteiten) {
        Registercache cache = new Registercache(
                new Vastebron(Proefregister.document(activiteiten)), Clock.fixed(now, ZoneOffset.UTC));
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.refresh()).isTrue();
        return cache;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001",
                "https://register.voorbeeld/v1/processing_activities/00000000-0000-4000-8000-000000000001",
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/1",
                "urn:uuid:00000000-0000-4000-8000-000000000001",
                "URN:UUID:00000000-0000-4000-8000-000000000001",
                "HTTPS://Register.Voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001",
                "https://register.voorbeeld:443/v1/processing-activities/00000000-0000-4000-8000-000000000001",
                "https://register.voorbeeld/v1/processing%2Dactivities/00000000-0000-4000-8000-00000000000%31/",
                "https://register.voorbeeld/x/../v1/./processing-activities/00000000-0000-4000-8000-000000000001"
            })
    @Requirement("LDV-R4")
    void aLineNamesAnActivityByItsUriWithOrWithoutVersion(String uri) {
        Registercache cache = cache(FEB, Activiteit.unstored(EEN).with(JAN, Proefregister.persoonlijk("Een")));

        assertThat(cache.version(uri, FEB.toEpochMilli()).orElseThrow().inhoud().name())
                .isEqualTo("Een");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "14",
                "rva:1",
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000002",
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/2",
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001/versions/0",
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001x",
                "https://elders.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001",
                "https://register.voorbeeld/v1/processing-activities/0-0-0-0-1",
                "https://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001?x",
                "https://register.voorbeeld:444/v1/processing-activities/00000000-0000-4000-8000-000000000001",
                "https://x@register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001",
                "https://register.voorbeeld/v1%2Fprocessing-activities/00000000-0000-4000-8000-000000000001",
                "http://register.voorbeeld/v1/processing-activities/00000000-0000-4000-8000-000000000001"
            })
    @Requirement({"LDV-R4", "LDV-R6", "LDV-R7"})
    void anUnknownActivityKeepsNoLineOutAndIsNotShownToEveryone(String uri) {
        Registercache cache = cache(FEB, Activiteit.unstored(EEN).with(JAN, Proefregister.persoonlijk("Een")));

        assertThat(cache.find(uri, FEB.toEpochMilli())).isEmpty();
        assertThat(cache.bewaartermijn(uri, FEB.toEpochMilli())).isEmpty();
        assertThat(cache.versions(uri)).isEmpty();
        assertThat(cache.openbaar(uri, FEB)).isEmpty();
        assertThat(cache.isVertrouwelijk(uri, FEB.toEpochMilli())).isTrue();
    }

    /// No version held then, so nothing says that everybody may see them.
    @Test
    @Requirement("LDV-R7")
    void linesFromBeforeTheFirstVersionAreNotShownToEveryone() {
        Activiteit later = Activiteit.unstored(EEN).with(FEB, Proefregister.zaak("Later"));

        assertThat(cache(MRT, later).isVertrouwelijk(URI, FEB.minusNanos(1), MRT))
                .isTrue();
        assertThat(cache(MRT, later).isVertrouwelijk(URI, FEB, MRT)).isFalse();
        assertThat(cache(MRT, later).openbaar(URI, MRT)).containsExactly(new Tijdvak(FEB, Optional.empty()));
        // Unless the register says that there is nothing to hide any more.
        Activiteit open = later.with(MRT, Proefregister.openbaarSinds("Open", MRT));
        assertThat(cache(MRT, open).isVertrouwelijk(URI, JAN, MRT)).isFalse();
    }

    @Test
    @Requirement({"LDV-R2", "LDV-R11"})
    void theVersionOfTheMomentSaysHowLinesAreJudged() {
        Registercache cache = cache(
                MRT,
                Activiteit.unstored(EEN)
                        .with(JAN, Proefregister.persoonlijk("Een"))
                        .with(FEB, Proefregister.zaak("Zonder"))
                        .with(MRT, Proefregister.vertrouwelijk("Samen", Optional.empty())));

        assertThat(cache.find(URI, JAN.toEpochMilli() - 1)).isEmpty();
        assertThat(cache.find(URI, JAN.toEpochMilli()))
                .contains(new Verwerkingsactiviteit(Betrokkenen.PER_BETROKKENE, 2));
        assertThat(cache.find(URI, FEB.toEpochMilli() - 1))
                .contains(new Verwerkingsactiviteit(Betrokkenen.PER_BETROKKENE, 2));
        assertThat(cache.find(URI, FEB.toEpochMilli())).contains(new Verwerkingsactiviteit(Betrokkenen.GEEN, 2));
        assertThat(cache.find(URI, MRT.toEpochMilli()))
                .contains(new Verwerkingsactiviteit(Betrokkenen.GEAGGREGEERD, 2));
        assertThat(cache.find(URI + "/versions/1", MRT.toEpochMilli()))
                .contains(new Verwerkingsactiviteit(Betrokkenen.PER_BETROKKENE, 2));
    }

    @Test
    @Requirement("LDV-R8")
    void theTermOfLinesIsThatOfTheVersion() {
        Registercache cache = cache(
                MRT,
                Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een")).with(FEB, Proefregister.zaak("Twee")));

        assertThat(cache.bewaartermijn(URI, JAN.toEpochMilli())).contains(Period.ofYears(5));
        assertThat(cache.versions(URI)).extracting(Geldigheid::vanaf).containsExactly(JAN, FEB);
        assertThat(cache.versions(URI)).extracting(Geldigheid::tot).containsExactly(Optional.of(FEB), Optional.empty());
        assertThat(cache.versions(URI + "/versions/2"))
                .extracting(Geldigheid::vanaf)
                .containsExactly(Instant.EPOCH);
    }

    @Test
    @Requirement("LDV-R7")
    void confidentialityEndsAtItsDate() {
        Activiteit activiteit =
                Activiteit.unstored(EEN).with(JAN, Proefregister.vertrouwelijk("Stil", Optional.of(MRT)));

        assertThat(cache(MRT.minusMillis(1), activiteit).isVertrouwelijk(URI, FEB.toEpochMilli()))
                .isTrue();
        assertThat(cache(MRT, activiteit).isVertrouwelijk(URI, FEB.toEpochMilli()))
                .isFalse();
    }

    /// Lines do not change when it ends, and neither do versions: a new one tells it.
    @Test
    @Requirement("LDV-R7")
    void aLaterVersionMayEndConfidentialityForEarlierLines() {
        Activiteit stil = Activiteit.unstored(EEN).with(JAN, Proefregister.vertrouwelijk("Stil", Optional.empty()));
        assertThat(cache(MRT, stil).isVertrouwelijk(URI, JAN.toEpochMilli())).isTrue();

        Activiteit open = stil.with(FEB, Proefregister.openbaarSinds("Open", FEB));
        assertThat(cache(MRT, open).isVertrouwelijk(URI, JAN.toEpochMilli())).isFalse();

        // A version that says nothing about an end leaves earlier lines as they were.
        Activiteit verder = stil.with(FEB, Proefregister.zaak("Verder"));
        assertThat(cache(MRT, verder).isVertrouwelijk(URI, JAN.toEpochMilli())).isTrue();
        assertThat(cache(MRT, verder).isVertrouwelijk(URI, FEB.toEpochMilli())).isFalse();
    }

    @Test
    @Requirement("LDV-R6")
    void aRegisterThatIsAwayLeavesWhatWasKnown() {
        List<Registerbron.Antwoord> answers = new ArrayList<>(List.of(
                new Registerbron.Antwoord.Weg("not yet"),
                new Registerbron.Antwoord.Nieuw(
                        Proefregister.document(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een"))), "1"),
                new Registerbron.Antwoord.Zelfde(),
                new Registerbron.Antwoord.Weg("gone")));
        List<String> asked = new ArrayList<>();
        Registercache cache = new Registercache(
                merk -> {
                    asked.add(merk);
                    return answers.removeFirst();
                },
                Clock.fixed(MRT, ZoneOffset.UTC));

        assertThat(cache.find(URI, FEB.toEpochMilli())).isEmpty();
        assertThat(cache.refresh()).isFalse();
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.refresh()).isFalse();

        assertThat(cache.find(URI, FEB.toEpochMilli())).isPresent();
        assertThat(asked).containsExactly("", "", "1", "1");
    }

    @Test
    @Requirement("LDV-R6")
    void aFileIsReadAgainWhenItChanges(@TempDir Path map) throws IOException {
        Path file = map.resolve("register.json");
        Registercache cache = new Registercache(new Bestandsbron(file), Clock.fixed(MRT, ZoneOffset.UTC));
        assertThat(cache.refresh()).isFalse();

        write(file, Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een")));
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.find(URI, FEB.toEpochMilli())).isPresent();

        Files.writeString(file, "stuk");
        assertThat(cache.refresh()).isFalse();
        assertThat(cache.find(URI, FEB.toEpochMilli())).isPresent();

        write(
                file,
                Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een")),
                Activiteit.unstored(TWEE).with(JAN, Proefregister.zaak("Twee")));
        assertThat(cache.refresh()).isTrue();
        assertThat(cache.klacht()).isEmpty();
        assertThat(cache.uris())
                .containsExactlyInAnyOrder(
                        URI, Proefregister.document().uri(TWEE).toString());
    }

    private static void write(Path file, Activiteit... activiteiten) throws IOException {
        Files.write(
                file,
                Documentschrijver.whole(Proefregister.document(activiteiten)).toBytes());
    }

    /// Nobody may see by accident what may be confidential.
    @Test
    @Requirement("LDV-R7")
    void beforeTheRegisterWasThereNobodyKnowsWhatIsConfidential() {
        Registercache cache =
                new Registercache(_ -> new Registerbron.Antwoord.Weg("away"), Clock.fixed(MRT, ZoneOffset.UTC));
        assertThat(cache.refresh()).isFalse();

        assertThatIllegalStateException().isThrownBy(() -> cache.isVertrouwelijk(URI, FEB, MRT));
        assertThat(cache.known().activiteiten().all()).isEmpty();
    }

    @Test
    void itIsAskedAgainAndAgainAlsoAfterAFault() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        Registercache cache = new Registercache(
                _ -> {
                    asked.countDown();
                    if (asked.getCount() == 1) {
                        throw new IllegalStateException("one bad time");
                    }
                    return new Registerbron.Antwoord.Zelfde();
                },
                Clock.fixed(MRT, ZoneOffset.UTC));
        try (Registerverversing _ = Registerverversing.start(cache, Duration.ofMillis(1))) {
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
