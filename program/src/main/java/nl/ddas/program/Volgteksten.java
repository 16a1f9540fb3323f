// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.logboek.lezen.Bezoek;
import nl.ddas.logboek.lezen.Tak;
import nl.ddas.logboek.lezen.Toestand;
import nl.ddas.logboek.lezen.Traceverslag;
import nl.ddas.presentation.Formats;

/// What there is to say about a trace that was followed, in words.
final class Volgteksten {

    private static final DateTimeFormatter KLOK =
            DateTimeFormatter.ofPattern("HH:mm:ss,SSS", Locale.ROOT).withZone(Tijdzone.NEDERLAND);

    private Volgteksten() {}

    /// One sentence about all of it.
    static String samenvatting(Traceverslag verslag) {
        long gelezen = verslag.bezoeken().stream()
                .filter(one -> one.toestand().isGelezen())
                .count();
        return Formats.count(verslag.takken().size(), "regel", "regels") + " uit "
                + Formats.count(gelezen, "logboek", "logboeken")
                + (verslag.isCompleet() ? "; alles wat genoemd wordt, is gevonden." : "; er ontbreekt iets.");
    }

    /// What is missing, a sentence each.
    static List<String> ontbreekt(Traceverslag verslag) {
        List<String> zinnen = new ArrayList<>();
        for (Bezoek bezoek : verslag.bezoeken()) {
            if (bezoek.toestand() != Toestand.GELEZEN) {
                zinnen.add(Toonbaar.zichtbaar(bezoek.adres()) + " "
                        + bezoek.toestand().uitleg() + ".");
            }
            if (bezoek.vreemd() > 0) {
                zinnen.add(Toonbaar.zichtbaar(bezoek.adres()) + " gaf ook "
                        + Formats.count(bezoek.vreemd(), "regel", "regels")
                        + " van een andere trace; die tonen we niet.");
            }
        }
        for (Tak tak : verslag.takken()) {
            switch (tak.plek()) {
                case AANROEPER_ONTBREEKT ->
                    zinnen.add(noem(tak) + " is aangeroepen door een actie die niet gevonden is.");
                case KRING -> zinnen.add(noem(tak) + " roept via andere acties zichzelf aan; dat kan niet kloppen.");
                case BEGIN, ONDER_AANROEPER -> {}
            }
        }
        verslag.zonderVervolg()
                .forEach(tak ->
                        zinnen.add(noem(tak) + " riep een andere partij aan, maar daarvan is geen regel gevonden."));
        return zinnen;
    }

    private static String noem(Tak tak) {
        return "'" + naam(tak) + "' (" + tak.regel().spanId().hex() + ")";
    }

    /// The name of an action, safe to show.
    static String naam(Tak tak) {
        String naam = Toonbaar.zichtbaar(tak.regel().name());
        return naam.isBlank() ? "zonder naam" : naam;
    }

    /// How it ended and how long it took.
    static String afloop(Tak tak) {
        return uitkomst(tak) + ", " + duur(tak);
    }

    /// How it ended.
    static String uitkomst(Tak tak) {
        return switch (tak.regel().status()) {
            case "Ok" -> "gelukt";
            case "Error" -> "FOUT";
            case "Unset" -> "klaar";
            default -> "onbekend";
        };
    }

    /// How long it took.
    static String duur(Tak tak) {
        long duur = tak.regel().eind() - tak.regel().start();
        return duur < 10_000 ? Formats.number(duur) + " ms" : Formats.number(duur / 1_000) + " s";
    }

    /// The day on which it began.
    static String dag(Tak tak) {
        return Formats.day(LocalDate.ofInstant(Instant.ofEpochMilli(tak.regel().start()), Tijdzone.NEDERLAND));
    }

    /// When on the day it began, to the millisecond: actions follow each other closely.
    static String tijd(Tak tak) {
        return KLOK.format(Instant.ofEpochMilli(tak.regel().start()));
    }

    /// Whose log it is, safe to show.
    static String logboek(Bezoek bezoek) {
        return Toonbaar.zichtbaar(bezoek.naam());
    }
}
