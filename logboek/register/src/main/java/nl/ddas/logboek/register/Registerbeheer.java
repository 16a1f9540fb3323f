// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Changes a register: drafts that become versions, each change told to a log (LDV-R1, LDV-R5, LDV-R10).
public final class Registerbeheer {

    /// A version must come after the last.
    static final String VOLGORDE = "REG-14";
    /// A version would change what lines that exist mean.
    static final String ACHTERAF = "REG-18";
    /// There is no draft to publish.
    static final String GEEN_CONCEPT = "REG-19";

    private final Opslagbron opslag;
    private final Activiteiten activiteiten;
    private final Regelaanwezigheid regels;
    private final Verantwoording verantwoording;
    private final Clock clock;

    /// @param opslag what is changed, and the address by which lines name it
    /// @param regels the lines behind which no version may come
    public Registerbeheer(Opslagbron opslag, Regelaanwezigheid regels, Verantwoording verantwoording, Clock clock) {
        this.opslag = opslag;
        this.activiteiten = opslag.activiteiten();
        this.regels = regels;
        this.verantwoording = verantwoording;
        this.clock = clock;
    }

    /// Keeps a draft for the next version, in the place of one that is there. Nobody else sees it.
    ///
    /// @param revisie that of the activity when it was read; 0 for a new one
    public Besluit draft(UUID id, int revisie, Inhoud inhoud) {
        List<Fout> fouten = Inhoudregels.judge(inhoud);
        return fouten.isEmpty()
                ? store(
                        "Concept van een verwerkingsactiviteit bewaren",
                        seen(id, revisie).withConcept(inhoud))
                : new Besluit.Geweigerd(fouten);
    }

    /// Takes a draft away.
    ///
    /// @param revisie that of the activity when it was read
    public Besluit drop(UUID id, int revisie) {
        return store(
                "Concept van een verwerkingsactiviteit weghalen",
                seen(id, revisie).withoutConcept());
    }

    /// Makes the draft a version.
    ///
    /// @param revisie that of the activity when it was read
    /// @param validFrom may lie in the future; in the past only when no line was written since
    public Besluit publish(UUID id, int revisie, Instant validFrom) {
        Activiteit seen = seen(id, revisie);
        Optional<Inhoud> concept = seen.concept();
        return concept.isPresent()
                ? publish(id, revisie, validFrom, concept.get())
                : new Besluit.Geweigerd(List.of(
                        new Fout(GEEN_CONCEPT, "", 0, "Er is geen concept van deze activiteit. Bewaar er eerst een.")));
    }

    /// Adds a version at once.
    ///
    /// @param revisie that of the activity when it was read; 0 for a new one
    /// @param validFrom may lie in the future; in the past only when no line was written since
    public Besluit publish(UUID id, int revisie, Instant validFrom, Inhoud inhoud) {
        Activiteit seen = seen(id, revisie);
        List<Fout> fouten = new ArrayList<>(Inhoudregels.judge(inhoud));
        fouten.addAll(moment(seen, validFrom));
        return fouten.isEmpty()
                ? store("Versie van een verwerkingsactiviteit vaststellen", seen.with(validFrom, inhoud))
                : new Besluit.Geweigerd(fouten);
    }

    private List<Fout> moment(Activiteit seen, Instant validFrom) {
        List<Fout> fouten = new ArrayList<>();
        if (!validFrom.truncatedTo(ChronoUnit.MILLIS).equals(validFrom)) {
            fouten.add(new Fout(VOLGORDE, "/validFrom", 0, "Geef een moment tot op de milliseconde."));
        } else if (seen.last()
                .filter(last -> !validFrom.isAfter(last.validFrom()))
                .isPresent()) {
            fouten.add(new Fout(
                    VOLGORDE,
                    "/validFrom",
                    0,
                    "Deze versie moet later beginnen dan de vorige, die begint op "
                            + seen.versies().getLast().validFrom() + "."));
        } else if (seen.last().isPresent()
                && Verleden.isBehind(opslag.kop(), seen.id(), validFrom, regels, clock.instant())) {
            fouten.add(new Fout(
                    ACHTERAF,
                    "/validFrom",
                    0,
                    "Sinds " + validFrom + " zijn er al regels gelogd. Een nieuwe versie zou achteraf veranderen wat"
                            + " die betekenen. Kies een moment vanaf nu."));
        }
        return fouten;
    }

    /// Takes up an activity that has no version here yet, with all the versions that it has already. Its moments may
    /// lie behind lines: these were written under no version.
    ///
    /// @param activiteit at the revision that was seen; its draft is left out
    public Besluit adopt(Activiteit activiteit) {
        List<Fout> fouten = new ArrayList<>();
        activiteit.versies().forEach(one -> fouten.addAll(Inhoudregels.judge(one.inhoud())));
        activiteit.supersedes().filter(old -> activiteiten.find(old).isEmpty()).ifPresent(_ -> fouten.add(gone()));
        return fouten.isEmpty()
                ? store("Verwerkingsactiviteit opnemen", activiteit.withoutConcept())
                : new Besluit.Geweigerd(fouten);
    }

    private static Fout gone() {
        return new Fout("REG-16", "/supersedes", 0, "Deze activiteit staat niet in dit register.");
    }

    /// Adds a new activity in the place of another, for who gives a new id to each change (LDV-R3).
    public Besluit supersede(UUID old, UUID id, Instant validFrom, Inhoud inhoud) {
        List<Fout> fouten = new ArrayList<>(Inhoudregels.judge(inhoud));
        fouten.addAll(moment(Activiteit.unstored(id), validFrom));
        if (activiteiten.find(old).isEmpty()) {
            fouten.add(gone());
        }
        return fouten.isEmpty()
                ? store(
                        "Verwerkingsactiviteit vervangen door een nieuwe",
                        Activiteit.unstored(id).superseding(old).with(validFrom, inhoud))
                : new Besluit.Geweigerd(fouten);
    }

    /// Stores a party, in the place of what was known of it.
    public void store(Entiteit entiteit) {
        verantwoording.run("Partij in het register bijwerken", () -> {
            activiteiten.store(entiteit);
            return entiteit.id();
        });
    }

    /// What the caller saw: the versions of now, under the revision it names. When these do not belong together, the
    /// store refuses.
    private Activiteit seen(UUID id, int revisie) {
        return activiteiten.find(id).orElse(Activiteit.unstored(id)).at(revisie);
    }

    private Besluit store(String naam, Activiteit changed) {
        return verantwoording.run(naam, () -> activiteiten
                .store(changed)
                .<Besluit>map(Besluit.Vastgelegd::new)
                .orElseGet(Besluit.Achterhaald::new));
    }
}
