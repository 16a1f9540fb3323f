// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nl.ddas.levering.bron.MomentopnameIndex.Ingang;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Which trajecten of a snapshot a request means, and where its page begins and ends.
///
/// Pages are cut over the trajecten of all chosen leveringen together. A levering without trajecten in the
/// period stands on the page of the traject before it, so that every levering is delivered exactly as often
/// as it has pages.
///
/// @param periode the period asked for
/// @param delen the chosen leveringen, in order
/// @param totaal number of trajecten on all pages
/// @param page the page that is given, from 1: page 1 when the one asked for lies beyond the end
/// @param pageSize most trajecten on a page
/// @param metPaginering whether the paging block is there
record Selectie(
        Aanleverperiode periode,
        Reikwijdte reikwijdte,
        List<Deel> delen,
        long totaal,
        int page,
        int pageSize,
        boolean metPaginering) {

    /// @param levering index of the levering in the snapshot
    /// @param aantal how many of its trajecten touch the period and may go
    record Deel(int levering, int aantal) {}

    /// Chooses from a snapshot.
    ///
    /// @return empty when no levering of the snapshot fits
    static Optional<Selectie> van(
            MomentopnameIndex index, Aanleverperiode periode, Reikwijdte reikwijdte, Gegevensverzoek vraag) {
        Predicate<Organisatie> filter = vraag.organisatie()
                .<Predicate<Organisatie>>map(Organisatiefilter::new)
                .orElse(elke -> true);
        List<Deel> delen = IntStream.range(0, index.leveringen().size())
                .filter(i -> past(index.leveringen().get(i), periode, filter))
                .mapToObj(i -> new Deel(
                        i, tel(index, periode, reikwijdte, index.leveringen().get(i))))
                // Who may not have all sees nothing of organisations of which it gets no traject.
                .filter(deel -> reikwijdte.alles() || deel.aantal() > 0)
                .toList();
        return delen.isEmpty() ? Optional.empty() : Optional.of(pagina(periode, reikwijdte, delen, vraag));
    }

    private static boolean past(Ingang levering, Aanleverperiode periode, Predicate<Organisatie> filter) {
        return levering.periode().overlapt(periode)
                && filter.test(levering.kop().aanleverendeOrganisatie());
    }

    private static Selectie pagina(
            Aanleverperiode periode, Reikwijdte reikwijdte, List<Deel> delen, Gegevensverzoek vraag) {
        long totaal = delen.stream().mapToLong(Deel::aantal).sum();
        int pageSize = vraag.pageSize().orElse(Paginering.VOLLE_PAGINA);
        long paginas = paginas(totaal, pageSize);
        int gevraagd = vraag.page().orElse(1);
        boolean bestaat = gevraagd <= paginas;
        boolean metPaginering = paginas > 1 || !bestaat || vraag.pageSize().isPresent();
        return new Selectie(periode, reikwijdte, delen, totaal, bestaat ? gevraagd : 1, pageSize, metPaginering);
    }

    private static int tel(MomentopnameIndex index, Aanleverperiode periode, Reikwijdte reikwijdte, Ingang levering) {
        int aantal = 0;
        for (int i = levering.eerste(); i < levering.na(); i++) {
            aantal += gaatMee(index, i, periode, reikwijdte) ? 1 : 0;
        }
        return aantal;
    }

    private static boolean gaatMee(
            MomentopnameIndex index, int traject, Aanleverperiode periode, Reikwijdte reikwijdte) {
        return index.overlapt(traject, periode)
                && (reikwijdte.alles() || reikwijdte.raakt(index.gemeentecode(traject)));
    }

    /// Whether a traject belongs to this choice, on one page or another.
    boolean gaatMee(MomentopnameIndex index, int traject) {
        return gaatMee(index, traject, periode, reikwijdte);
    }

    private static long paginas(long totaal, int pageSize) {
        return Math.max(1, (totaal + pageSize - 1) / pageSize);
    }

    /// Number of pages, at least 1.
    long paginas() {
        return paginas(totaal, pageSize);
    }

    /// The same choice, another page of it.
    Selectie opPagina(int ander) {
        return new Selectie(periode, reikwijdte, delen, totaal, ander, pageSize, metPaginering);
    }

    /// Number of trajecten before this page.
    long ervoor() {
        return (page - 1L) * pageSize;
    }

    /// A text that is the same for the same page of a snapshot, however it was asked for.
    String sleutel() {
        return periode + " " + reikwijdte.tekst() + " " + delen + " " + page + " " + pageSize + " " + metPaginering;
    }
}
