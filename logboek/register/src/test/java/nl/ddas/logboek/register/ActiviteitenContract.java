// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import static nl.ddas.logboek.register.Proefregister.EEN;
import static nl.ddas.logboek.register.Proefregister.FEB;
import static nl.ddas.logboek.register.Proefregister.JAN;
import static nl.ddas.logboek.register.Proefregister.MRT;
import static nl.ddas.logboek.register.Proefregister.TWEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// What every store of a register does.
abstract class ActiviteitenContract {

    /// Empty.
    abstract Activiteiten store();

    @Test
    void nothingIsUnderAnUnknownId() {
        assertThat(store().find(EEN)).isEmpty();
        assertThat(store().entity(EEN)).isEmpty();
        assertThat(store().all()).isEmpty();
    }

    @Test
    @Requirement("LDV-R1")
    void aChangeIsANewVersionWithItsMomentAndTheOldOneStaysAsItWas() {
        Activiteit first = store().store(Activiteit.unstored(EEN).with(JAN, Proefregister.persoonlijk("Oud")))
                .orElseThrow();
        byte[] before = Documentschrijver.whole(Proefregister.document(first)).toBytes();

        Activiteit second =
                store().store(first.with(FEB, Proefregister.zaak("Nieuw"))).orElseThrow();

        assertThat(second.versies()).extracting(Versie::nummer).containsExactly(1, 2);
        assertThat(second.versies().getLast().validFrom()).isEqualTo(FEB);
        Activiteit read = store().find(EEN).orElseThrow();
        assertThat(read).isEqualTo(second);
        Activiteit asItWas =
                new Activiteit(EEN, read.supersedes(), read.versies().subList(0, 1), read.concept(), first.revisie());
        assertThat(Documentschrijver.whole(Proefregister.document(asItWas)).toBytes())
                .isEqualTo(before);
    }

    @Test
    @Requirement("LDV-R3")
    void aStoredVersionCannotBecomeAnotherOrGo() {
        Activiteit stored = store().store(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Zo")))
                .orElseThrow();
        Activiteit other = new Activiteit(
                EEN,
                Optional.empty(),
                List.of(new Versie(1, JAN, Proefregister.zaak("Anders"))),
                Optional.empty(),
                stored.revisie());
        Activiteit gone = new Activiteit(EEN, Optional.empty(), List.of(), Optional.empty(), stored.revisie());

        assertThatIllegalArgumentException().isThrownBy(() -> store().store(other));
        assertThatIllegalArgumentException().isThrownBy(() -> store().store(gone));
        assertThat(store().find(EEN)).contains(stored);
    }

    @Test
    @Requirement("LDV-R10")
    void whoChangesWhatAnotherChangedMeanwhileHearsSo() {
        Activiteit seen = store().store(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Zo")))
                .orElseThrow();
        Activiteit first =
                store().store(seen.with(FEB, Proefregister.zaak("De een"))).orElseThrow();

        assertThat(store().store(seen.with(MRT, Proefregister.zaak("De ander"))))
                .isEmpty();
        assertThat(store().store(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Nog eens"))))
                .isEmpty();
        assertThat(store().find(EEN)).contains(first);
    }

    @Test
    @Requirement("LDV-R10")
    void ofManyWhoChangeAtOnceOneWins() throws Exception {
        Activiteit seen = store().store(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Zo")))
                .orElseThrow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Activiteit>>> all = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> store().store(seen.with(FEB, Proefregister.zaak("Nr " + i)))))
                    .toList();
            int won = 0;
            for (Future<Optional<Activiteit>> one : all) {
                won += one.get().isPresent() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(store().find(EEN).orElseThrow().versies()).hasSize(2);
    }

    @Test
    @Requirement("LDV-R10")
    void aDraftIsKeptReplacedAndTakenAway() {
        Activiteit one = store().store(Activiteit.unstored(EEN).withConcept(Proefregister.zaak("Eerste")))
                .orElseThrow();
        Activiteit two =
                store().store(one.withConcept(Proefregister.zaak("Tweede"))).orElseThrow();
        assertThat(store().find(EEN).orElseThrow().concept()).contains(Proefregister.zaak("Tweede"));
        assertThat(store().find(EEN).orElseThrow().versies()).isEmpty();

        assertThat(store().store(two.withoutConcept())).isPresent();
        assertThat(store().find(EEN).orElseThrow().concept()).isEmpty();
    }

    @Test
    @Requirement("LDV-R3")
    void anActivityMayTellWhichItReplaces() {
        assertThat(store().store(Activiteit.unstored(EEN).with(JAN, Proefregister.zaak("Oud"))))
                .isPresent();
        assertThat(store().store(Activiteit.unstored(TWEE).superseding(EEN).with(FEB, Proefregister.zaak("Nieuw"))))
                .isPresent();

        assertThat(store().find(TWEE).orElseThrow().supersedes()).contains(EEN);
        assertThat(store().all()).extracting(Activiteit::id).containsExactly(EEN, TWEE);
    }

    @Test
    void allThatAVersionSaysComesBack() {
        Activiteit stored = store().store(Activiteit.unstored(EEN)
                        .with(JAN, Proefregister.vertrouwelijk("Stil", Optional.of(MRT)))
                        .with(FEB, Proefregister.openbaarSinds("Open", FEB)))
                .orElseThrow();

        assertThat(store().find(EEN)).contains(stored);
        assertThat(store().all()).containsExactly(stored);
    }

    @Test
    @Requirement("LDV-R9")
    void contactDataMayChangeAndGo() {
        store().store(Proefregister.persoon());
        store().store(Proefregister.club());
        assertThat(store().entity(Proefregister.persoon().id())).contains(Proefregister.persoon());

        Entiteit without = new Entiteit(Proefregister.persoon().id(), EntityType.NATURAL_PERSON, "(weg)", Contact.GEEN);
        store().store(without);

        assertThat(store().entities()).containsExactly(without, Proefregister.club());
        assertThat(Proefregister.persoon().toString()).doesNotContain("Voorbeeld", "0612345678");
    }
}
