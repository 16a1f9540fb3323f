// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.ddas.access.Decision;
import nl.ddas.access.Evaluation;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.toegang.Beleidsregel.Geldigheid;
import nl.ddas.levering.toegang.Beleidsregel.Overeenkomst;
import nl.ddas.levering.toegang.Beleidsregel.Vrijgave;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeslispuntTest {

    private static final Oin CBS = new Oin("00000099000000001000");
    private static final Oin ANDER = new Oin("00000099000000002000");
    private static final LocalDate EERSTE = LocalDate.parse("2026-07-01");

    /// One rule; the columns say when agreement and release came, and what is asked when.
    @Requirement({"S39", "S40"})
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-06-01, 2026-06-02, 2026-12-31, 2026-07-01T00:00:00Z, -",
                "2026-07-01, 2026-07-01, -, 2026-06-30T22:00:00Z, -",
                "-, 2026-06-02, -, 2026-07-02T12:00:00Z, NIET_ONDERTEKEND",
                "2026-07-03, 2026-06-02, -, 2026-07-02T12:00:00Z, NIET_ONDERTEKEND",
                "2026-06-01, -, -, 2026-07-02T12:00:00Z, NIET_VRIJGEGEVEN",
                "2026-06-01, 2026-07-03, -, 2026-07-02T12:00:00Z, NIET_VRIJGEGEVEN",
                "2026-06-01, 2026-06-02, -, 2026-06-30T21:59:59Z, NOG_NIET_GELDIG",
                "2026-06-01, 2026-06-02, 2026-12-31, 2026-12-30T23:00:00Z, VERLOPEN"
            })
    void aRuleGrantsWhenSignedReleasedAndInForce(
            LocalDate ondertekend, LocalDate vrijgegeven, LocalDate tot, Instant moment, String bezwaar) {
        Beleidsregel regel = new Beleidsregel(
                "een",
                CBS,
                new Gegeven.AllesWatGeleverdWordt(),
                new Overeenkomst("DDAS 1.0", Optional.ofNullable(ondertekend)),
                new Vrijgave("gegevenseigenaar", Optional.ofNullable(vrijgegeven)),
                new Geldigheid(EERSTE, Optional.ofNullable(tot)),
                "functionaris");
        Decision besluit = beslis(new Beleid(List.of(regel)), vraag(CBS, moment));
        if (bezwaar == null) {
            assertThat(besluit).isEqualTo(Decision.permit(Reikwijdte.ALLES.toJson()));
        } else {
            assertThat(besluit).isInstanceOfSatisfying(Decision.Decided.class, said -> assertThat(
                            said.context().text("code"))
                    .hasValue(bezwaar));
            assertThat(besluit.allows()).isFalse();
        }
    }

    @Test
    void tellsWhoHasNoRuleAtAll() {
        assertThat(beslis(new Beleid(List.of(geldig("een", CBS, "alles"))), vraag(ANDER, moment())))
                .isInstanceOfSatisfying(
                        Decision.Decided.class,
                        said -> assertThat(said.context().text("code")).hasValue("GEEN_REGEL"));
    }

    @Test
    void addsUpWhatSeveralRulesGrant() {
        Beleid beleid = new Beleid(List.of(
                geldig("een", CBS, "gemeente 0363"),
                geldig("twee", CBS, "veldgroep intake"),
                geldig("drie", CBS, "gemeente 0599"),
                geldig("vier", ANDER, "alles")));
        Decision besluit = beslis(beleid, vraag(CBS, moment()));
        assertThat(reikwijdte(besluit))
                .hasValue(new Reikwijdte(false, Set.of("0363", "0599"), Set.of("intake")))
                .hasValueSatisfying(bereik -> assertThat(bereik.heel("0363")).isTrue())
                .hasValueSatisfying(bereik -> assertThat(bereik.heel("0344")).isFalse())
                .hasValueSatisfying(bereik -> assertThat(bereik.raakt("0344")).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "Persoon, ophalen, Gegevensset, schuldhulpverlening",
        "Organisatie, wissen, Gegevensset, schuldhulpverlening",
        "Organisatie, ophalen, Bestand, schuldhulpverlening",
        "Organisatie, ophalen, Gegevensset, vroegsignalering"
    })
    void refusesWhatItKnowsNothingAbout(String wie, String wat, String soort, String welk) {
        Evaluation vraag = new Evaluation(
                new Evaluation.Entity(wie, CBS.value()),
                new Evaluation.Action(wat),
                new Evaluation.Entity(soort, welk),
                JsonObject.EMPTY.with("time", moment().toString()));
        assertThat(beslis(new Beleid(List.of(geldig("een", CBS, "alles"))), vraag)
                        .allows())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "''", "gisteren", "2026-07-01"})
    void refusesAQuestionWithoutATime(String tijd) {
        Evaluation goed = vraag(CBS, moment());
        JsonObject context = tijd == null ? JsonObject.EMPTY : JsonObject.EMPTY.with("time", tijd);
        Evaluation vraag = new Evaluation(goed.subject(), goed.action(), goed.resource(), context);
        assertThat(beslis(new Beleid(List.of(geldig("een", CBS, "alles"))), vraag)
                        .allows())
                .isFalse();
    }

    @Test
    void decidesNothingWhenTheRulesCannotBeRead() {
        Beleidsbron stuk = () -> {
            throw new IOException("the journal is broken");
        };
        assertThat(new EigenBeslispunt(stuk).judge(vraag(CBS, moment())).decision())
                .isInstanceOf(Decision.Undecided.class);
    }

    @Test
    void refusesTwoRulesOfOneName() {
        List<Beleidsregel> dubbel = List.of(geldig("een", CBS, "alles"), geldig("een", ANDER, "alles"));
        assertThatThrownBy(() -> new Beleid(dubbel)).hasMessageContaining("een");
    }

    /// A second way to the same answer: who asks has a traject of a gemeente whole exactly when one rule in
    /// force says so, whatever the order of the rules.
    @Property(tries = 2000)
    void grantsWhatOneRuleInForceGrantsAndNothingElse(
            @ForAll("rules") List<Beleidsregel> regels,
            @ForAll("codes") String gemeente,
            @ForAll("days") LocalDate dag) {
        Decision besluit = beslis(new Beleid(regels), vraag(CBS, middag(dag)));
        boolean heel = regels.stream()
                .filter(regel -> regel.organisatie().equals(CBS))
                .filter(regel -> isInForce(regel, dag))
                .anyMatch(regel -> regel.gegeven().tekst().equals("alles")
                        || regel.gegeven().tekst().equals("gemeente " + gemeente));
        assertThat(reikwijdte(besluit).filter(bereik -> bereik.heel(gemeente)).isPresent())
                .isEqualTo(heel);
        assertThat(beslis(new Beleid(regels.reversed()), vraag(CBS, middag(dag))))
                .isEqualTo(besluit);
        assertThat(BeleidJson.lees(BeleidJson.schrijf(new Beleid(regels)))).isEqualTo(new Beleid(regels));
    }

    private static boolean isInForce(Beleidsregel regel, LocalDate dag) {
        return regel.overeenkomst()
                        .ondertekend()
                        .map(op -> op.compareTo(dag) <= 0)
                        .orElse(false)
                && regel.vrijgave().op().map(op -> op.compareTo(dag) <= 0).orElse(false)
                && regel.geldigheid().van().compareTo(dag) <= 0
                && regel.geldigheid().tot().map(tot -> dag.compareTo(tot) < 0).orElse(true);
    }

    @Provide
    Arbitrary<List<Beleidsregel>> rules() {
        Arbitrary<Optional<LocalDate>> perhaps = days().optional();
        Arbitrary<Gegeven> gegeven = Arbitraries.of("alles", "gemeente 0363", "gemeente 0599", "veldgroep intake")
                .map(tekst -> Gegeven.lees(tekst).orElseThrow());
        return Combinators.combine(Arbitraries.of(CBS, ANDER), gegeven, perhaps, perhaps, days(), days().optional())
                .as((wie, wat, ondertekend, vrijgegeven, van, tot) -> new Beleidsregel(
                        wie + wat.tekst() + ondertekend + vrijgegeven + van + tot,
                        wie,
                        wat,
                        new Overeenkomst("DDAS 1.0", ondertekend),
                        new Vrijgave("gegevenseigenaar", vrijgegeven),
                        new Geldigheid(van, tot.filter(dag -> dag.isAfter(van))),
                        "functionaris"))
                .list()
                .uniqueElements(Beleidsregel::naam)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of("0363", "0599", "0344", "");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 6).map(EERSTE::plusDays);
    }

    private static Beleidsregel geldig(String naam, Oin wie, String gegeven) {
        return new Beleidsregel(
                naam,
                wie,
                Gegeven.lees(gegeven).orElseThrow(),
                new Overeenkomst("DDAS 1.0", Optional.of(EERSTE)),
                new Vrijgave("gegevenseigenaar", Optional.of(EERSTE)),
                new Geldigheid(EERSTE, Optional.empty()),
                "functionaris");
    }

    private static Optional<Reikwijdte> reikwijdte(Decision besluit) {
        return besluit.allows() && besluit instanceof Decision.Decided(boolean _, JsonObject context)
                ? Reikwijdte.lees(context)
                : Optional.empty();
    }

    private static Decision beslis(Beleid beleid, Evaluation vraag) {
        return new EigenBeslispunt(() -> new Beleidsbron.Stand(beleid, JsonObject.EMPTY))
                .judge(vraag)
                .decision();
    }

    private static Evaluation vraag(Oin wie, Instant moment) {
        return new Toegangsvraag(wie, Optional.empty(), EERSTE, EERSTE, Optional.empty(), moment).vraag();
    }

    private static Instant moment() {
        return middag(EERSTE);
    }

    private static Instant middag(LocalDate dag) {
        return Instant.parse(dag + "T10:00:00Z");
    }
}
