// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.ddas.levering.generator.Fout.Bestandsfout;
import nl.ddas.levering.generator.Fout.InBestand;

/// Writes the delivery of one supplier as files, with the errors of whole files where the plan asks for them.
final class Bezorging {

    private final Bestemming uitgang;
    private final Schrijver schrijver;
    private final Meelezer mee;
    private final List<String> bestanden = new ArrayList<>();

    Bezorging(Bestemming uitgang, long zaad, Meelezer mee) {
        this.uitgang = uitgang;
        this.schrijver = new Schrijver(zaad, mee);
        this.mee = mee;
    }

    /// What has been written, in order.
    List<String> bestanden() {
        return List.copyOf(bestanden);
    }

    /// Writes one delivery.
    ///
    /// @param stam name of the file without its end
    /// @param paginagrootte 0 for one file
    /// @return number of trajecten written
    long bezorg(Leveranciersplan plan, Tijdvak tijdvak, int paginagrootte, String stam) throws IOException {
        int eerste = bestanden.size();
        boolean latin1 = heeft(plan, Bestandsfout.LATIN1);
        long trajecten;
        if (paginagrootte > 0) {
            trajecten = schrijver.schrijfBladen(plan, tijdvak, paginagrootte, new Bladzijden(stam, latin1));
        } else {
            String naam = stam + ".json";
            trajecten = schrijf(naam, latin1, uit -> schrijver.schrijf(plan, tijdvak, naam, uit));
        }
        for (int nummer : plan.fouten().nummers()) {
            Fout fout = Foutencatalogus.nummer(nummer);
            if (fout.ingreep() instanceof InBestand(Bestandsfout soort)) {
                naderhand(fout, soort, stam, eerste);
            }
        }
        return trajecten;
    }

    private static boolean heeft(Leveranciersplan plan, Bestandsfout gezocht) {
        return plan.fouten().nummers().stream()
                .map(Foutencatalogus::nummer)
                .anyMatch(f -> f.ingreep() instanceof InBestand(Bestandsfout soort) && soort == gezocht);
    }

    private void naderhand(Fout fout, Bestandsfout soort, String stam, int eerste) throws IOException {
        String laatste = bestanden.getLast();
        switch (soort) {
            case LATIN1 -> mee.injectie(Injectie.van(fout, bestanden.get(eerste), ""));
            case TWEEMAAL -> {
                String nogEens = stam + "-nogmaals.json";
                uitgang.kopieer(laatste, nogEens);
                bestanden.add(nogEens);
                mee.injectie(Injectie.van(fout, nogEens, ""));
            }
            case PAGINA_WEG -> {
                if (bestanden.size() - eerste > 1) {
                    uitgang.verwijder(laatste);
                    bestanden.removeLast();
                    mee.injectie(Injectie.van(fout, bestanden.getLast(), "/paginering"));
                }
            }
        }
    }

    private <T> T schrijf(String naam, boolean latin1, HeelBestand.Inhoud<T> inhoud) throws IOException {
        bestanden.add(naam);
        return uitgang.schrijf(naam, latin1 ? uit -> latin1(uit, inhoud) : inhoud);
    }

    private static <T> T latin1(OutputStream uit, HeelBestand.Inhoud<T> inhoud) throws IOException {
        try (Latin1 anders = new Latin1(uit)) {
            return inhoud.naar(anders);
        }
    }

    private final class Bladzijden implements Schrijver.Bladen {

        private final String stam;
        private final boolean latin1;

        Bladzijden(String stam, boolean latin1) {
            this.stam = stam;
            this.latin1 = latin1;
        }

        @Override
        public long schrijf(int nummer, HeelBestand.Inhoud<Long> inhoud) throws IOException {
            return Bezorging.this.schrijf(naam(nummer), latin1, inhoud);
        }

        @Override
        public String naam(int nummer) {
            return stam + "_pagina-" + String.format(Locale.ROOT, "%04d", nummer) + ".json";
        }
    }
}
