// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.Omzetting;
import nl.ddas.levering.model.Plaats;

/// The places of header fields over the messages of a delivery; keeps one cursor, on the message asked last.
final class Plaatsen implements AutoCloseable {

    private final List<Pagina> paginas;
    private Optional<Kopzoeker> cursor = Optional.empty();
    private final Map<String, String> oudeNamen = new HashMap<>();
    private int bijPagina = -1;
    private boolean leveringGevraagd;

    Plaatsen(List<Pagina> paginas) {
        this.paginas = paginas;
    }

    /// From here on a place of v1.0 is looked for where an older version has it.
    ///
    /// @param omzetting a new name for a field of a header
    /// @param plaats where that field stands
    void hernoemd(Omzetting omzetting, Plaats plaats) {
        String oud = omzetting.pad();
        String nieuw = oud.substring(0, oud.lastIndexOf('/') + 1) + omzetting.naar();
        String wortel = plaats.pointer().substring(0, plaats.pointer().length() - oud.length());
        oudeNamen.put(nieuw, oud);
        oudeNamen.put(wortel + nieuw, plaats.pointer());
    }

    /// The place of a field of a header.
    ///
    /// @param pad JSON pointer below that header
    Plaats zoek(Kopplek kop, String pad) throws IOException {
        Plaats begin = paginas.get(kop.pagina()).begin();
        String pointer = kop.pointer() + pad;
        if (pointer.isEmpty()) {
            return begin;
        }
        boolean terug = cursor.isEmpty()
                || bijPagina != kop.pagina()
                || cursor.get().begonnen() > kop.begonnen()
                || (kop.begonnen() == 0 && leveringGevraagd);
        if (terug) {
            close();
            cursor = Optional.of(new Kopzoeker(paginas.get(kop.pagina()).bron()));
            bijPagina = kop.pagina();
            leveringGevraagd = false;
        }
        leveringGevraagd |= kop.begonnen() > 0;
        return cursor.get().zoek(begin, kop.begonnen(), oudeNamen.getOrDefault(pointer, pointer));
    }

    @Override
    public void close() {
        cursor.ifPresent(Kopzoeker::close);
        cursor = Optional.empty();
    }
}
