// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static nl.ddas.logboek.register.Proefregister.TWEE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// Changes of a register; today is the first of February 2026.
class RegisterbeheerTest {

    private final Activiteiten store = new GeheugenActiviteiten();
    private final List<String> log = new ArrayList<>();
    private final List<Instant> lines = new ArrayList<>();
    private final Registerbeheer beheer = new Registerbeheer(
            new Opslagbron(store, Proefregister.kop()),
            (noemt, van, tot) -> noemt.test(Proefregister.kop().uri(EEN).toString())
                    && lines.stream().anyMatch(one -> !one.isBefore(van) && one.isBefore(tot)),
            new Geschreven(log),
            Clock.fixed(FEB, ZoneOffset.UTC));

    /// Remembers the lines.
    private record Geschreven(List<String> log) implements Verantwoording {
        @Override
        public <T> T run(String naam, Supplier<T> werk) {
            T result = werk.get();
            log.add(naam);
            return result;
        }
    }

    @Test
    @Requirement("LDV-R10")
    void aDraftBecomesAVersion() {
        Activiteit draft = stored(beheer.draft(EEN, 0, Proefregister.zaak("Plan")));
        Activiteit published = stored(beheer.publish(EEN, draft.revisie(), MRT));

        assertThat(published.concept()).isEmpty();
        assertThat(published.at(FEB)).isEmpty();
        assertThat(published.at(MRT).orElseThrow().inhoud().name()).isEqualTo("Plan");
        assertThat(codes(beheer.publish(EEN, published.revisie(), MRT.plusSeconds(1))))
                .containsExactly("REG-19");
    }

    @Test
    @Requirement("LDV-R10")
    void aVersionBehindALineIsRefusedUntilTheMomentAfterIt() {
        Activiteit first = stored(beheer.publish(EEN, 0, JAN, Proefregister.zaak("Eerst")));
        lines.add(JAN.plusSeconds(10));

        assertThat(codes(beheer.publish(EEN, first.revisie(), JAN.plusSeconds(10), Proefregister.zaak("Achteraf"))))
                .containsExactly("REG-18");
        Activiteit second =
                stored(beheer.publish(EEN, first.revisie(), JAN.plusMillis(10_001), Proefregister.zaak("Daarna")));
        assertThat(stored(beheer.publish(EEN, second.revisie(), MRT, Proefregister.zaak("Straks")))
                        .versies())
                .hasSize(3);
    }

    @Test
    @Requirement({"LDV-R2", "LDV-R10"})
    void aVersionComesAfterTheLast() {
        Activiteit first = stored(beheer.publish(EEN, 0, MRT, Proefregister.zaak("Straks")));

        assertThat(codes(beheer.publish(EEN, first.revisie(), MRT, Proefregister.zaak("Ervoor"))))
                .containsExactly("REG-14");
        assertThat(codes(beheer.publish(EEN, first.revisie(), MRT.plusNanos(1), Proefregister.zaak("Te fijn"))))
                .containsExactly("REG-14");
    }

    @Test
    @Requirement("LDV-R10")
    void whoSawAnOlderStateHearsSo() {
        Activiteit first = stored(beheer.publish(EEN, 0, JAN, Proefregister.zaak("Eerst")));
        assertThat(beheer.draft(EEN, first.revisie(), Proefregister.zaak("De een")))
                .isInstanceOf(Besluit.Vastgelegd.class);

        assertThat(beheer.draft(EEN, first.revisie(), Proefregister.zaak("De ander")))
                .isEqualTo(new Besluit.Achterhaald());
        assertThat(beheer.drop(EEN, first.revisie())).isEqualTo(new Besluit.Achterhaald());
        assertThat(store.find(EEN).orElseThrow().concept()).contains(Proefregister.zaak("De een"));
    }

    @Test
    @Requirement("LDV-R5")
    void eachChangeIsALineInALogAndReadingIsNot() {
        Activiteit draft = stored(beheer.draft(EEN, 0, Proefregister.zaak("Plan")));
        Activiteit published = stored(beheer.publish(EEN, draft.revisie(), JAN));
        stored(beheer.publish(EEN, published.revisie(), MRT, Proefregister.zaak("Nog een")));
        beheer.store(Proefregister.club());
        assertThat(log)
                .containsExactly(
                        "Concept van een verwerkingsactiviteit bewaren",
                        "Versie van een verwerkingsactiviteit vaststellen",
                        "Versie van een verwerkingsactiviteit vaststellen",
                        "Partij in het register bijwerken");

        assertThat(store.all()).hasSize(1);
        assertThat(log).hasSize(4);
    }

    @Test
    @Requirement("LDV-R3")
    void aChangeMayBeANewActivityInThePlaceOfTheOld() {
        stored(beheer.publish(EEN, 0, JAN, Proefregister.zaak("Oud")));
        Activiteit next = stored(beheer.supersede(EEN, TWEE, FEB, Proefregister.zaak("Nieuw")));

        assertThat(next.supersedes()).contains(EEN);
        assertThat(codes(beheer.supersede(new UUID(1, 1), new UUID(2, 2), FEB, Proefregister.zaak("Los"))))
                .containsExactly("REG-16");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Inhoud leeg = new Inhoud(
                "",
                "",
                List.of(),
                "",
                List.of(DataSubject.CITIZEN),
                Persoonsgegevens.GEEN,
                List.of(),
                List.of(),
                List.of(),
                new Logwijze(9, SubjectLogging.NONE, "", Optional.empty(), false, Optional.empty(), Optional.empty()),
                new Verband(Optional.empty(), Optional.empty(), List.of()),
                false);

        assertThat(codes(beheer.publish(EEN, 0, MRT.plusNanos(1), leeg)))
                .containsExactly("REG-4", "REG-4", "REG-4", "REG-5", "REG-7", "REG-9", "REG-10", "REG-14");
    }

    @Test
    @Requirement({"LDV-R1", "LDV-R6"})
    void aDocumentIsLoadedOnceAndOnlyNewVersionsAreAddedLater() {
        Activiteit one = Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een"));
        Activiteit other = Activiteit.unstored(TWEE).superseding(EEN).with(MRT, Proefregister.zaak("Twee"));

        assertThat(load(one, other)).isEqualTo(new Laadverslag(2, 0, 2, List.of()));
        assertThat(load(one, other)).isEqualTo(new Laadverslag(0, 0, 0, List.of()));
        assertThat(load(one.with(MRT, Proefregister.zaak("Later")).withConcept(Proefregister.zaak("Plan")), other))
                .isEqualTo(new Laadverslag(1, 1, 0, List.of()));
        assertThat(store.find(EEN).orElseThrow().versies()).hasSize(2);
        assertThat(store.find(TWEE).orElseThrow().supersedes()).contains(EEN);
    }

    /// A register that comes after the log, or moves from a file to a database: no version held for these lines.
    @Test
    @Requirement("LDV-R10")
    void anActivityThatIsNewHereMayDescribeWhatWasDoneAlready() {
        lines.add(FEB.minusSeconds(10));
        Activiteit one = Activiteit.unstored(EEN)
                .with(JAN, Proefregister.zaak("Een"))
                .with(FEB.minusSeconds(60), Proefregister.zaak("Twee"));

        assertThat(load(one)).isEqualTo(new Laadverslag(2, 0, 2, List.of()));
        assertThat(load(one.with(FEB.minusSeconds(30), Proefregister.zaak("Achteraf")))
                        .geweigerd()
                        .getFirst()
                        .fouten())
                .extracting(Fout::code)
                .containsExactly("REG-18");
        assertThat(load(one.with(FEB, Proefregister.zaak("Daarna"))).nieuweVersies())
                .isEqualTo(1);
    }

    @Test
    @Requirement("LDV-R3")
    void aDocumentWithAnotherPastIsRefused() {
        load(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Een")));

        Laadverslag verslag = load(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Anders")));

        assertThat(verslag.geweigerd()).hasSize(1);
        assertThat(verslag.geweigerd().getFirst().fouten())
                .extracting(Fout::code)
                .containsExactly("REG-20");
        assertThat(store.find(EEN).orElseThrow().at(JAN).orElseThrow().inhoud().name())
                .isEqualTo("Een");
    }

    private Laadverslag load(Activiteit... activiteiten) {
        return Registerlading.load(Proefregister.document(activiteiten), store, beheer);
    }

    private static Activiteit stored(Besluit besluit) {
        return ((Besluit.Vastgelegd) besluit).activiteit();
    }

    private static List<String> codes(Besluit besluit) {
        return ((Besluit.Geweigerd) besluit).fouten().stream().map(Fout::code).toList();
    }
}
