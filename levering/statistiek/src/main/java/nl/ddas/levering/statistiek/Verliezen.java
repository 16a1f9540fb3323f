// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.ddas.levering.toets.Ernst;

/// What a score lost, in points, so that a supplier sees what helps most.
final class Verliezen {
    private static final BigDecimal HONDERD = new BigDecimal(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int GROOTSTE = 3;

    private final Gewichten gewichten;
    private final List<Post> posten = new ArrayList<>();

    private record Post(BigDecimal punten, String reden) {}

    /// @param v the part volledigheid
    /// @param begin consistentie before the factor with `v`
    Verliezen(Gewichten gewichten, Indicator.Onderbouwing basis, BigDecimal v, BigDecimal begin) {
        this.gewichten = gewichten;
        velden(basis.volledigheid(), begin);
        bevindingen(basis, HALF.add(HALF.multiply(v)));
        post(
                Gewicht.DEEL_TIJDIGHEID,
                BigDecimal.ONE.subtract(basis.tijdigheid()),
                basis.stil()
                        ? "al meer dan 24 maanden geen nieuwe stap"
                        : "niet binnen 31 dagen na de periode aangeleverd");
        post(
                Gewicht.DEEL_IDENTIFICEERBAARHEID,
                BigDecimal.ONE.subtract(basis.identificeerbaarheid()),
                basis.identificeerbaarheid().signum() == 0
                        ? "geen cliënt is te herkennen"
                        : "cliënt is niet volledig te herkennen (BSN en tweede kenmerk)");
        post(
                Gewicht.DEEL_BEVESTIGING,
                BigDecimal.ONE.subtract(basis.bevestiging()),
                basis.bronnen() > 1
                        ? "bronnen bevestigen elkaar niet in elk veld"
                        : "niet bevestigd door een tweede bron");
    }

    /// A missing field costs twice: in volledigheid, and because what is not there cannot be shown to agree.
    private void velden(Volledigheid volledigheid, BigDecimal begin) {
        for (Volledigheid.Gemist gemist : volledigheid.ontbrekend()) {
            BigDecimal deel = gemist.gewicht().divide(volledigheid.verwacht(), Indicator.REKENEN);
            BigDecimal direct =
                    HONDERD.multiply(gewichten.van(Gewicht.DEEL_VOLLEDIGHEID)).multiply(deel, Indicator.REKENEN);
            BigDecimal daarna = HONDERD.multiply(gewichten.van(Gewicht.DEEL_CONSISTENTIE))
                    .multiply(begin)
                    .multiply(HALF)
                    .multiply(deel, Indicator.REKENEN);
            posten.add(new Post(direct.add(daarna), gemist.reden()));
        }
    }

    private void bevindingen(Indicator.Onderbouwing basis, BigDecimal factor) {
        for (Ernst ernst : Ernst.values()) {
            int aantal = basis.aantal(ernst);
            if (aantal > 0) {
                BigDecimal af = gewichten.aftrek(ernst).multiply(BigDecimal.valueOf(aantal));
                post(
                        Gewicht.DEEL_CONSISTENTIE,
                        af.multiply(factor),
                        aantal + (aantal == 1 ? " bevinding (" : " bevindingen (") + ernst.tekst() + ")");
            }
        }
        if (basis.tegenspraken() > 0) {
            BigDecimal af =
                    gewichten.van(Gewicht.AFTREK_TEGENSPRAAK).multiply(BigDecimal.valueOf(basis.tegenspraken()));
            post(
                    Gewicht.DEEL_CONSISTENTIE,
                    af.multiply(factor),
                    "bronnen spreken elkaar tegen over " + basis.tegenspraken()
                            + (basis.tegenspraken() == 1 ? " veld" : " velden"));
        }
        if (basis.identiteitsconflict()) {
            BigDecimal af = gewichten.van(Gewicht.AFTREK_IDENTITEITSCONFLICT);
            post(
                    Gewicht.DEEL_CONSISTENTIE,
                    af.multiply(factor),
                    "bij één persoon zijn verschillende geboortedatums geleverd");
        }
    }

    private void post(Gewicht deel, BigDecimal verlies, String reden) {
        posten.add(new Post(HONDERD.multiply(gewichten.van(deel)).multiply(verlies, Indicator.REKENEN), reden));
    }

    /// The three largest of at least one point; a cap counts as one of them.
    List<Indicatorscore.Verlies> grootste(int ruw, int grens) {
        if (ruw > grens) {
            posten.add(new Post(BigDecimal.valueOf((long) ruw - grens), "bovengrens van " + grens + " punten"));
        }
        return posten.stream()
                .sorted(Comparator.comparing(Post::punten).reversed())
                .map(post -> new Indicatorscore.Verlies(Indicator.rond(post.punten()), post.reden()))
                .filter(verlies -> verlies.punten() > 0)
                .limit(GROOTSTE)
                .toList();
    }
}
