// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;

/// The places of header fields over the messages of a delivery; keeps one cursor, on the message asked last.
final class Plaatsen implements AutoCloseable {

    private final List<Pagina> paginas;
    private Optional<Plaatszoeker.Kopzoeker> cursor = Optional.empty();
    private int bijPagina = -1;
    private boolean leveringGevraagd;

    Plaatsen(List<Pagina> paginas) {
        this.paginas = paginas;
    }

    /// @param pagina index of the message, from 0
    /// @param levering index of the levering in it, -1 for the header of the message
    Plaats zoek(int pagina, int levering, String pointer) throws IOException {
        OptionalInt nummer = paginas.get(pagina).nummer();
        if (pointer.isEmpty()) {
            return Plaats.begin(nummer);
        }
        boolean terug = cursor.isEmpty()
                || bijPagina != pagina
                || cursor.get().levering() > levering
                || (levering < 0 && leveringGevraagd);
        if (terug) {
            close();
            cursor = Optional.of(new Plaatszoeker.Kopzoeker(paginas.get(pagina).bron()));
            bijPagina = pagina;
            leveringGevraagd = false;
        }
        leveringGevraagd |= levering >= 0;
        return cursor.get().zoek(nummer, levering, pointer);
    }

    @Override
    public void close() {
        cursor.ifPresent(Plaatszoeker.Kopzoeker::close);
        cursor = Optional.empty();
    }
}
