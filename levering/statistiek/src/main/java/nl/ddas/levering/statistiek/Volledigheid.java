// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Intake;
import nl.ddas.levering.model.Oplossing;
import nl.ddas.levering.model.Periode;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Uitstroom;

/// Part V: which fields may be expected in the phase that a traject is in, and which of them are filled.
///
/// @param verwacht sum of the weights of the expected fields
/// @param gevuld sum of the weights of those that are filled
/// @param ontbrekend the expected fields that are not filled
record Volledigheid(BigDecimal verwacht, BigDecimal gevuld, List<Gemist> ontbrekend) {
    private static final long DAGEN_TOT_INTAKE = 28;

    /// An expected field that is empty.
    record Gemist(BigDecimal gewicht, String reden) {}

    BigDecimal waarde() {
        return gevuld.divide(verwacht, Indicator.REKENEN);
    }

    static Volledigheid van(GecombineerdTraject samen, Gewichten gewichten) {
        Schuldhulptraject traject = samen.traject();
        Telling telling = new Telling(gewichten);
        telling.veld(Gewicht.VELD_STARTDATUM, traject.startdatum().isPresent(), "startdatum van het traject ontbreekt");
        telling.veld(Gewicht.VELD_GEMEENTE, traject.gemeente().isPresent(), "gemeente is onbekend");
        telling.veld(Gewicht.VELD_CLIENT, !traject.client().isEmpty(), "cliënt ontbreekt");
        Optional<LocalDate> aanmelding =
                traject.aanmelding().flatMap(fase -> fase.periode().startdatum());
        telling.veld(
                Gewicht.VELD_AANMELDING_STARTDATUM, aanmelding.isPresent(), "startdatum van de aanmelding ontbreekt");
        boolean lang = aanmelding
                .flatMap(start -> samen.peildatum().map(dag -> ChronoUnit.DAYS.between(start, dag) > DAGEN_TOT_INTAKE))
                .orElse(false);
        intake(traject, lang, telling);
        schulden(traject, telling);
        oplossing(traject, telling);
        einde(traject, telling);
        return new Volledigheid(telling.verwacht, telling.gevuld, List.copyOf(telling.ontbrekend));
    }

    /// @param lang whether the aanmelding is so long ago that there must have been an intake
    private static void intake(Schuldhulptraject traject, boolean lang, Telling telling) {
        boolean later = metSchuldhulp(traject) || traject.planVanAanpak().isPresent();
        if (later || lang) {
            boolean gevuld = traject.intake()
                    .flatMap(fase -> fase.periode().startdatum())
                    .isPresent();
            telling.veld(Gewicht.VELD_INTAKE_STARTDATUM, gevuld, "startdatum van de intake ontbreekt");
        }
        Optional<Intake> intake = traject.intake();
        boolean soort = intake.flatMap(Intake::beschikkingssoort).isPresent();
        boolean datum = intake.flatMap(Intake::beschikkingsdatum).isPresent();
        if (soort || datum || intake.flatMap(fase -> fase.periode().einddatum()).isPresent()) {
            telling.veld(Gewicht.VELD_INTAKE_BESCHIKKINGSSOORT, soort, "soort beschikking ontbreekt");
            telling.veld(Gewicht.VELD_INTAKE_BESCHIKKINGSDATUM, datum, "datum van de beschikking ontbreekt");
        }
    }

    private static boolean metSchuldhulp(Schuldhulptraject traject) {
        return traject.stabilisatie().isPresent()
                || traject.schuldregeling().isPresent()
                || traject.oplossing().isPresent();
    }

    private static void schulden(Schuldhulptraject traject, Telling telling) {
        if (metSchuldhulp(traject)) {
            boolean bedrag = traject.totaalSchuldbedragBijAanvangSchuld().isPresent();
            telling.veld(Gewicht.VELD_TOTAAL_SCHULDBEDRAG, bedrag, "totaal schuldbedrag ontbreekt");
            telling.veld(Gewicht.VELD_SCHULDEN, !traject.schulden().isEmpty(), "schulden ontbreken");
        }
        traject.schuldregeling()
                .filter(regeling -> regeling.toegekend().isPresent()
                        || regeling.afgewezen().isPresent()
                        || regeling.ingetrokken().isPresent()
                        || regeling.dwangakkoord().orElse(false))
                .ifPresent(regeling -> telling.veld(
                        Gewicht.VELD_SCHULDREGELING_DATUM,
                        regeling.datum().isPresent(),
                        "datum van de schuldregeling ontbreekt"));
    }

    private static void oplossing(Schuldhulptraject traject, Telling telling) {
        if (traject.oplossing().isPresent()) {
            Optional<Oplossing> oplossing = traject.oplossing();
            telling.veld(
                    Gewicht.VELD_OPLOSSING_SOORT,
                    oplossing.flatMap(Oplossing::soort).isPresent(),
                    "soort oplossing ontbreekt");
            telling.veld(
                    Gewicht.VELD_OPLOSSING_STARTDATUM,
                    oplossing
                            .map(Oplossing::periode)
                            .flatMap(Periode::startdatum)
                            .isPresent(),
                    "startdatum van de oplossing ontbreekt");
        }
        if (!traject.begeleiding().isEmpty()) {
            boolean soorten =
                    traject.begeleiding().stream().allMatch(een -> een.soort().isPresent());
            telling.veld(Gewicht.VELD_BEGELEIDING_SOORT, soorten, "soort begeleiding ontbreekt");
        }
    }

    private static void einde(Schuldhulptraject traject, Telling telling) {
        boolean datum = traject.uitstroom().flatMap(Uitstroom::datum).isPresent();
        boolean reden = traject.uitstroom().flatMap(Uitstroom::reden).isPresent();
        boolean beschikking = traject.uitstroom()
                .flatMap(Uitstroom::datumBeeindigingsbeschikking)
                .isPresent();
        if (traject.einddatum().isPresent() || datum || reden || beschikking) {
            telling.veld(
                    Gewicht.VELD_EINDDATUM, traject.einddatum().isPresent(), "einddatum van het traject ontbreekt");
            telling.veld(Gewicht.VELD_UITSTROOM_DATUM, datum, "datum van uitstroom ontbreekt");
            telling.veld(Gewicht.VELD_UITSTROOM_REDEN, reden, "reden van uitstroom ontbreekt");
        }
    }

    private static final class Telling {
        private final Gewichten gewichten;
        private final List<Gemist> ontbrekend = new ArrayList<>();
        private BigDecimal verwacht = BigDecimal.ZERO;
        private BigDecimal gevuld = BigDecimal.ZERO;

        Telling(Gewichten gewichten) {
            this.gewichten = gewichten;
        }

        void veld(Gewicht veld, boolean isGevuld, String reden) {
            BigDecimal gewicht = gewichten.van(veld);
            verwacht = verwacht.add(gewicht);
            if (isGevuld) {
                gevuld = gevuld.add(gewicht);
            } else {
                ontbrekend.add(new Gemist(gewicht, reden));
            }
        }
    }
}
