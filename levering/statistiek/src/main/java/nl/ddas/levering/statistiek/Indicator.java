// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.toets.Ernst;

/// The betrouwbaarheidsindicator: how well the record of a traject is supported.
///
/// `score = 100 x (0,30 V + 0,30 C + 0,15 T + 0,15 I + 0,10 B)`, rounded half up, then capped. No effect for the
/// person concerned: it weighs statistics and tells suppliers what helps most. Source: the
/// seed of July 2024 asks for an indicator (S82), DDAS v1.0 does not; the formula is our own proposal.
public final class Indicator {
    /// Precision of the parts; the score is rounded from ten decimals, so no rounding shows.
    static final MathContext REKENEN = MathContext.DECIMAL128;

    private static final BigDecimal HONDERD = new BigDecimal(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int STIL_MAANDEN = 24;

    private final Gewichten gewichten;

    public Indicator(Gewichten gewichten) {
        this.gewichten = gewichten;
    }

    /// The score of a combined traject.
    public Indicatorscore bereken(GecombineerdTraject traject) {
        boolean stil = isStil(traject);
        return bereken(new Onderbouwing(
                Volledigheid.van(traject, gewichten),
                perErnst(traject),
                traject.tegenspraken().size(),
                traject.identiteitsconflict(),
                tijdigheid(traject, stil),
                stil,
                identificeerbaarheid(traject),
                bevestiging(traject),
                traject.bijdragen().size(),
                traject.traject().gemeente().isPresent()));
    }

    /// What the score is made of.
    ///
    /// @param bevindingen number of different rules by severity
    /// @param bronnen how many sources it was combined from
    record Onderbouwing(
            Volledigheid volledigheid,
            Map<Ernst, Integer> bevindingen,
            int tegenspraken,
            boolean identiteitsconflict,
            BigDecimal tijdigheid,
            boolean stil,
            BigDecimal identificeerbaarheid,
            BigDecimal bevestiging,
            int bronnen,
            boolean gemeenteBekend) {

        int aantal(Ernst ernst) {
            return bevindingen.getOrDefault(ernst, 0);
        }
    }

    Indicatorscore bereken(Onderbouwing basis) {
        BigDecimal v = basis.volledigheid().waarde();
        BigDecimal begin = BigDecimal.ONE.subtract(aftrek(basis)).max(BigDecimal.ZERO);
        BigDecimal c = begin.multiply(HALF.add(HALF.multiply(v)), REKENEN);
        List<Indicatorscore.Deel> delen = List.of(
                deel(Gewicht.DEEL_VOLLEDIGHEID, v),
                deel(Gewicht.DEEL_CONSISTENTIE, c),
                deel(Gewicht.DEEL_TIJDIGHEID, basis.tijdigheid()),
                deel(Gewicht.DEEL_IDENTIFICEERBAARHEID, basis.identificeerbaarheid()),
                deel(Gewicht.DEEL_BEVESTIGING, basis.bevestiging()));
        BigDecimal ruw = delen.stream().map(Indicatorscore.Deel::punten).reduce(BigDecimal.ZERO, BigDecimal::add);
        int grens = grens(basis);
        int score = Math.min(rond(ruw), grens);
        return new Indicatorscore(
                score,
                Indicatorscore.Klasse.van(score),
                delen,
                new Verliezen(gewichten, basis, v, begin).grootste(rond(ruw), grens),
                gewichten.versie());
    }

    private Indicatorscore.Deel deel(Gewicht deel, BigDecimal waarde) {
        BigDecimal hoogstens = HONDERD.multiply(gewichten.van(deel));
        return new Indicatorscore.Deel(deel.naam(), waarde, hoogstens.multiply(waarde, REKENEN), hoogstens);
    }

    static int rond(BigDecimal punten) {
        return punten.setScale(10, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private BigDecimal aftrek(Onderbouwing basis) {
        BigDecimal som = gewichten.van(Gewicht.AFTREK_TEGENSPRAAK).multiply(BigDecimal.valueOf(basis.tegenspraken()));
        for (Ernst ernst : Ernst.values()) {
            som = som.add(gewichten.aftrek(ernst).multiply(BigDecimal.valueOf(basis.aantal(ernst))));
        }
        return basis.identiteitsconflict() ? som.add(gewichten.van(Gewicht.AFTREK_IDENTITEITSCONFLICT)) : som;
    }

    private int grens(Onderbouwing basis) {
        int grens = 100;
        if (basis.aantal(Ernst.BLOKKEREND) > 0) {
            grens = Math.min(grens, gewichten.van(Gewicht.GRENS_BLOKKEREND).intValueExact());
        }
        if (basis.identificeerbaarheid().signum() == 0) {
            grens = Math.min(grens, gewichten.van(Gewicht.GRENS_ONHERKENBAAR).intValueExact());
        }
        if (!basis.gemeenteBekend()) {
            grens = Math.min(
                    grens, gewichten.van(Gewicht.GRENS_GEMEENTE_ONBEKEND).intValueExact());
        }
        return grens;
    }

    /// Each rule once, at its worst.
    private static Map<Ernst, Integer> perErnst(GecombineerdTraject traject) {
        Map<String, Ernst> regels = new TreeMap<>();
        for (Bijdrage bijdrage : traject.bijdragen()) {
            for (Bijdrage.Vondst vondst : bijdrage.vondsten()) {
                regels.merge(vondst.code(), vondst.ernst(), (een, twee) -> een.compareTo(twee) < 0 ? een : twee);
            }
        }
        Map<Ernst, Integer> aantallen = new EnumMap<>(Ernst.class);
        regels.values().forEach(ernst -> aantallen.merge(ernst, 1, Integer::sum));
        return aantallen;
    }

    private BigDecimal tijdigheid(GecombineerdTraject traject, boolean stil) {
        BigDecimal som = BigDecimal.ZERO;
        for (Bijdrage bijdrage : traject.bijdragen()) {
            som = som.add(gewichten.van(tijdigheid(bijdrage)));
        }
        BigDecimal gemiddeld = som.divide(BigDecimal.valueOf(traject.bijdragen().size()), REKENEN);
        return stil ? gemiddeld.multiply(gewichten.van(Gewicht.TIJDIG_STIL)) : gemiddeld;
    }

    private static Gewicht tijdigheid(Bijdrage bijdrage) {
        Optional<Instant> moment = bijdrage.bron().herkomst().aangeleverd();
        if (moment.isEmpty() || bijdrage.einddatumLevering().isEmpty()) {
            return Gewicht.TIJDIG_LATER;
        }
        LocalDate dag = moment.get().atZone(Tijdzone.NEDERLAND).toLocalDate();
        long dagen = ChronoUnit.DAYS.between(bijdrage.einddatumLevering().get(), dag);
        if (dagen < 0) {
            return Gewicht.TIJDIG_VOORAF;
        }
        if (dagen <= 31) {
            return Gewicht.TIJDIG_31;
        }
        return dagen <= 62 ? Gewicht.TIJDIG_62 : dagen <= 92 ? Gewicht.TIJDIG_92 : Gewicht.TIJDIG_LATER;
    }

    private static boolean isStil(GecombineerdTraject traject) {
        Optional<LocalDate> peildatum = traject.peildatum();
        Looptijd looptijd = traject.groep().looptijd();
        if (!looptijd.isOpen() || peildatum.isEmpty()) {
            return false;
        }
        int grens = Looptijd.dag(peildatum.get().minusMonths(STIL_MAANDEN));
        int laatste = Math.max(
                Onderdelen.van(traject.traject()).laatsteDag(),
                traject.traject().startdatum().map(Looptijd::dag).orElse(Looptijd.ONBEKEND));
        return laatste != Looptijd.ONBEKEND && laatste < grens;
    }

    private BigDecimal identificeerbaarheid(GecombineerdTraject traject) {
        List<Client> clienten = traject.traject().client();
        if (clienten.isEmpty()) {
            return BigDecimal.ZERO;
        }
        List<Persoonssleutels> sleutels = sleutels(traject);
        BigDecimal som = BigDecimal.ZERO;
        for (int i = 0; i < clienten.size(); i++) {
            BigDecimal gezien = herkend(Persoonskenmerken.van(clienten.get(i)));
            // What was read in holds no numbers and addresses any more; then the keys made of them tell.
            boolean ontdaan = gezien.signum() == 0 && i < sleutels.size();
            som = som.add(ontdaan ? herkend(sleutels.get(i)) : gezien);
        }
        return som.divide(BigDecimal.valueOf(clienten.size()), REKENEN);
    }

    /// The best keys of each recognised person, in the order of the merged clients, see [Clientkeuze].
    private static List<Persoonssleutels> sleutels(GecombineerdTraject traject) {
        SortedMap<Sleutel, Persoonssleutels> beste = new TreeMap<>();
        for (Bijdrage bijdrage : traject.bijdragen()) {
            for (Persoonssleutels sleutels : bijdrage.bron().personen()) {
                if (sleutels.persoon().isBekend()) {
                    beste.merge(
                            sleutels.persoon(),
                            sleutels,
                            (een, ander) -> een.adres().isBekend() ? een : ander);
                }
            }
        }
        return List.copyOf(beste.values());
    }

    private BigDecimal herkend(Persoonssleutels sleutels) {
        boolean heel = sleutels.adres().isBekend() && !sleutels.geslacht().isOnbekend();
        if (sleutels.bsn().isBekend()) {
            return gewichten.van(heel ? Gewicht.HERKEND_BSN_EN_TWEEDE : Gewicht.HERKEND_BSN);
        }
        return sleutels.adres().isBekend()
                ? gewichten.van(heel ? Gewicht.HERKEND_TWEEDE : Gewicht.HERKEND_DRIE)
                : BigDecimal.ZERO;
    }

    private BigDecimal herkend(Persoonskenmerken kenmerken) {
        int velden = kenmerken.aantalTerugvalvelden();
        if (kenmerken.bsnGeldig()) {
            return gewichten.van(velden == 4 ? Gewicht.HERKEND_BSN_EN_TWEEDE : Gewicht.HERKEND_BSN);
        }
        return velden == 4
                ? gewichten.van(Gewicht.HERKEND_TWEEDE)
                : velden == 3 ? gewichten.van(Gewicht.HERKEND_DRIE) : BigDecimal.ZERO;
    }

    private BigDecimal bevestiging(GecombineerdTraject traject) {
        BigDecimal een = gewichten.van(Gewicht.BEVESTIGING_EEN);
        if (traject.bijdragen().size() == 1) {
            boolean zelf = traject.bijdragen().getFirst().bron().isVanGemeenteZelf();
            return zelf ? gewichten.van(Gewicht.BEVESTIGING_GEMEENTE) : een;
        }
        if (traject.gedeeldeVelden() == 0) {
            return een;
        }
        BigDecimal deel = BigDecimal.valueOf(traject.gelijkeVelden())
                .divide(BigDecimal.valueOf(traject.gedeeldeVelden()), REKENEN);
        return een.add(BigDecimal.ONE.subtract(een).multiply(deel));
    }
}
