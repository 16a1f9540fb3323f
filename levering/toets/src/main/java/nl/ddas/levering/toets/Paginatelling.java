// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Optional;
import nl.ddas.levering.model.Paginering;
import nl.ddas.presentation.Formats;

/// Counts over the pages of a delivery.
final class Paginatelling {

    private final int paginas;
    private Optional<Paginering> eerste = Optional.empty();
    private Optional<Paginering> dezePagina = Optional.empty();
    private long trajectenOpPagina;
    private long trajecten;
    private int metBlok;
    private boolean gemeld;

    /// @param paginas how many messages the delivery has
    Paginatelling(int paginas) {
        this.paginas = paginas;
    }

    void paginering(Paginering paginering) {
        dezePagina = Optional.of(paginering);
    }

    void traject() {
        trajectenOpPagina++;
    }

    /// At the end of a page.
    ///
    /// @param nummer from 1
    void besluitPagina(int nummer, String pointer, Vondsten vondsten) {
        if (trajectenOpPagina > Paginering.VOLLE_PAGINA) {
            vondsten.meldCode("A-17", "", "aantal", Formats.number(trajectenOpPagina));
        }
        trajecten += trajectenOpPagina;
        trajectenOpPagina = 0;
        if (dezePagina.isPresent()) {
            metBlok++;
            String fout = fout(dezePagina.get(), nummer);
            if (eerste.isEmpty()) {
                eerste = dezePagina;
            }
            if (!fout.isEmpty()) {
                gemeld = true;
                vondsten.meldCode("A-16", pointer, "toelichting", fout);
            }
        }
        dezePagina = Optional.empty();
    }

    /// At the end of the delivery.
    ///
    /// @param volledig whether all pages could be read to their end
    void besluit(boolean volledig, Vondsten vondsten) {
        if (gemeld || eerste.isEmpty() || !volledig) {
            return;
        }
        long totaal = eerste.get().totalRecords().orElse(0L);
        if (metBlok != paginas) {
            meld("niet elke pagina heeft het blok paginering", vondsten);
        } else if (eerste.get().totalPages().orElse(0L) != paginas && !(totaal == 0 && paginas == 1)) {
            meld(
                    "er zijn " + eerste.get().totalPages().orElse(0L) + " pagina's aangekondigd en " + paginas
                            + " ontvangen",
                    vondsten);
        } else if (totaal != trajecten) {
            meld("er zijn " + totaal + " trajecten aangekondigd en " + trajecten + " ontvangen", vondsten);
        }
    }

    private static void meld(String toelichting, Vondsten vondsten) {
        vondsten.meldCode("A-16", "", "toelichting", toelichting);
    }

    private String fout(Paginering blok, int nummer) {
        if (blok.pageSize().isEmpty()
                || blok.currentPage().isEmpty()
                || blok.totalPages().isEmpty()
                || blok.totalRecords().isEmpty()) {
            return "niet alle vier de velden zijn gevuld";
        }
        long grootte = blok.pageSize().get();
        long pagina = blok.currentPage().get();
        long totaalPaginas = blok.totalPages().get();
        long totaal = blok.totalRecords().get();
        if (grootte < 1 || pagina < 1 || totaalPaginas < 0 || totaal < 0) {
            return "een van de getallen is te klein";
        }
        if (totaal > 0 && totaalPaginas != totaal / grootte + (totaal % grootte == 0 ? 0 : 1)) {
            return totaal + " trajecten op pagina's van " + grootte + " zijn geen " + totaalPaginas + " pagina's";
        }
        if (pagina > Math.max(1, totaalPaginas)) {
            return "pagina " + pagina + " ligt na de laatste pagina " + totaalPaginas;
        }
        if (pagina != nummer) {
            return "op plaats " + nummer + " staat pagina " + pagina;
        }
        boolean anders = eerste.isPresent()
                && !(eerste.get().totalPages().equals(blok.totalPages())
                        && eerste.get().totalRecords().equals(blok.totalRecords())
                        && eerste.get().pageSize().equals(blok.pageSize()));
        return anders ? "pagina " + pagina + " noemt andere totalen dan de eerste pagina" : "";
    }
}
