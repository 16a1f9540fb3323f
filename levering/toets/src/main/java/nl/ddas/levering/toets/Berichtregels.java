// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Moment;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.model.Toonbaar;

/// What rules ask of the header of a message.
final class Berichtregels {

    private static final Duration SPELING = Duration.ofMinutes(5);
    private static final Pattern NAAM_EN_VERSIE = Pattern.compile("^.+\\s*[-_+ /]?v?\\d+(\\.\\d+)+.*$");

    private Berichtregels() {}

    static void periodeInVolgorde(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        if (heeftPeriode(kop) && start(kop).isAfter(eind(kop))) {
            vondsten.meld("/startdatumLevering", "start", start(kop), "eind", eind(kop));
        }
    }

    static void helePeriode(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        if (heeftPeriode(kop) && !start(kop).isAfter(eind(kop)) && !isHelePeriode(start(kop), eind(kop))) {
            vondsten.meld("/startdatumLevering", "start", start(kop), "eind", eind(kop));
        }
    }

    static void gevraagdePeriode(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        Verwachting verwachting = omgeving.verwachting();
        if (wijktAf(verwachting.startdatum(), kop.startdatumLevering())
                || wijktAf(verwachting.einddatum(), kop.einddatumLevering())) {
            vondsten.meld(
                    "/startdatumLevering",
                    "vraag",
                    periode(verwachting.startdatum(), verwachting.einddatum()),
                    "levering",
                    periode(kop.startdatumLevering(), kop.einddatumLevering()));
        }
    }

    static void naAfloop(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        if (kop.aanleverdatumEnTijd().isPresent()
                && kop.einddatumLevering().isPresent()
                && omgeving.aanleverdag().isBefore(eind(kop))) {
            vondsten.meld("/aanleverdatumEnTijd", "moment", moment(kop), "eind", eind(kop));
        }
    }

    static void nietInDeToekomst(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        if (kop.aanleverdatumEnTijd().isPresent()
                && kop.aanleverdatumEnTijd()
                        .get()
                        .tijdstip()
                        .toInstant()
                        .isAfter(omgeving.verwachting().ontvangen().plus(SPELING))) {
            vondsten.meld("/aanleverdatumEnTijd", "moment", moment(kop));
        }
    }

    static void nederlandseTijd(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        if (kop.aanleverdatumEnTijd().isEmpty()) {
            return;
        }
        Moment moment = kop.aanleverdatumEnTijd().get();
        if (moment.offset().isEmpty()) {
            vondsten.meldVariant("geen", "/aanleverdatumEnTijd");
            return;
        }
        ZoneOffset verwacht =
                Tijdzone.NEDERLAND.getRules().getOffset(moment.tijdstip().toInstant());
        if (!verwacht.equals(moment.tijdstip().getOffset())) {
            vondsten.meld(
                    "/aanleverdatumEnTijd",
                    "offset",
                    Toonbaar.van(moment.offset().get()),
                    "verwacht",
                    verwacht);
        }
    }

    static void naamEnVersie(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        String code = kop.codeGegevensleverancier().orElse("");
        if (!code.isEmpty()
                && (code.length() > 1000 || !NAAM_EN_VERSIE.matcher(code).matches())) {
            vondsten.meld("/codeGegevensleverancier", "code", Toonbaar.van(code));
        }
    }

    static void bekendeLeverancier(Kop kop, Omgeving omgeving, Vondsten vondsten) {
        Optional<String> bekend = omgeving.verwachting().codeGegevensleverancier();
        if (bekend.isPresent()
                && kop.codeGegevensleverancier().isPresent()
                && !kop.codeGegevensleverancier().get().equals(Kop.ONBEKENDE_LEVERANCIER)
                && !product(bekend.get())
                        .equals(product(kop.codeGegevensleverancier().get()))) {
            vondsten.meld(
                    "/codeGegevensleverancier",
                    "code",
                    Toonbaar.van(kop.codeGegevensleverancier().get()));
        }
    }

    /// The name of the software without its version, which may change.
    private static String product(String code) {
        int eind = 0;
        while (eind < code.length() && !Character.isDigit(code.charAt(eind))) {
            eind++;
        }
        String naam = eind == 0 ? code : code.substring(0, eind);
        return naam.strip().toLowerCase(Locale.ROOT).replaceAll("[-_+ /]+v?$", "");
    }

    private static boolean isHelePeriode(LocalDate start, LocalDate eind) {
        if (start.getYear() != eind.getYear()
                || start.getDayOfMonth() != 1
                || eind.getDayOfMonth() != eind.lengthOfMonth()) {
            return false;
        }
        int maanden = eind.getMonthValue() - start.getMonthValue() + 1;
        return (maanden == 3 || maanden == 6 || maanden == 12) && (start.getMonthValue() - 1) % maanden == 0;
    }

    private static boolean wijktAf(Optional<LocalDate> gevraagd, Optional<LocalDate> geleverd) {
        return gevraagd.isPresent() && !gevraagd.equals(geleverd);
    }

    private static String periode(Optional<LocalDate> start, Optional<LocalDate> eind) {
        return Omgeving.ofTekst(start, "onbekend") + " t/m " + Omgeving.ofTekst(eind, "onbekend");
    }

    private static boolean heeftPeriode(Kop kop) {
        return kop.startdatumLevering().isPresent() && kop.einddatumLevering().isPresent();
    }

    private static LocalDate start(Kop kop) {
        return kop.startdatumLevering().orElseThrow();
    }

    private static LocalDate eind(Kop kop) {
        return kop.einddatumLevering().orElseThrow();
    }

    private static Object moment(Kop kop) {
        return kop.aanleverdatumEnTijd().orElseThrow().tijdstip();
    }
}
