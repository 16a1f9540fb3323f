// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.presentation.Formats;

/// The leveringen of a delivery, of which at most one is open: runs the rules about a levering, counts its trajecten,
/// and compares each organisation with what it delivered before.
final class Leveringen {
    private final Vorige vorige;
    private final Vondsten vondsten;
    private final Melder melder;
    private final Telling telling;
    private final Vermissing vermissing;
    private final Map<String, Leveringstand> perOrganisatie = new LinkedHashMap<>();

    private Optional<Leveringstand> open = Optional.empty();
    private boolean eersteVanPagina = true;
    private long verwachteTeller = 1;

    Leveringen(Vorige vorige, Vondsten vondsten, Melder melder, Telling telling, Vermissing vermissing) {
        this.vorige = vorige;
        this.vondsten = vondsten;
        this.melder = melder;
        this.telling = telling;
        this.vermissing = vermissing;
    }

    /// The next page begins; the open levering may go on there.
    void volgendePagina() {
        eersteVanPagina = true;
    }

    /// Whether a header is that of the open levering again, on the next page. To be asked once for each header.
    ///
    /// @param pagina index of the message, from 0
    boolean gaatVerder(int pagina, LeveringKop kop) {
        boolean eerste = eersteVanPagina;
        eersteVanPagina = false;
        return pagina > 0 && eerste && open.isPresent() && open.get().kop().equals(kop);
    }

    /// Closes the open levering, and opens the next.
    ///
    /// @param omgeving that of the new levering
    /// @param heeftTrajecten whether the array is there
    void open(Kopplek.Levering plek, Omgeving omgeving, boolean heeftTrajecten) {
        sluit();
        LeveringKop kop = omgeving.levering();
        if (kop.teller().isPresent() && kop.teller().get() != verwachteTeller) {
            vondsten.meldCode("L-01", "/teller", "waarde", kop.teller().get(), "verwacht", verwachteTeller);
        }
        verwachteTeller = kop.teller().orElse(verwachteTeller) + 1;
        if (!heeftTrajecten) {
            vondsten.meldCode("L-02", "");
        }
        vondsten.pasToe(Regels.LEVERING, kop, "", omgeving);
        boolean geweigerd = melder.geefKop(plek);
        String organisatie = Vorige.organisatie(kop.aanleverendeOrganisatie());
        Leveringstand stand = new Leveringstand(
                plek, telling.levering(), kop, organisatie, geweigerd, heeftTrajecten, new Leveringpatroon(omgeving));
        open = Optional.of(stand);
        if (vermissing.organisatie(organisatie)) {
            perOrganisatie.put(organisatie, stand);
        }
    }

    /// Closes the open levering, if any: what it shows as a whole, unless it could not be read to its end.
    void sluit() {
        if (open.isPresent()) {
            Leveringstand stand = open.get();
            open = Optional.empty();
            if (!telling.isOnleesbaar()) {
                stand.besluit(vorige, vondsten);
                melder.geefKop(stand.plek());
            }
        }
    }

    /// Whether a blocking Bevinding refuses the open levering.
    boolean isGeweigerd() {
        return open.isPresent() && open.get().geweigerd();
    }

    /// Serial number of the open levering in the delivery, from 0; 0 when none is open.
    int nummer() {
        return open.isPresent() ? open.get().nummer() : 0;
    }

    void tel(Schuldhulptraject traject) throws IOException {
        if (open.isPresent()) {
            open.get().telling().tel(traject);
            vermissing.tel(traject, open.get().organisatie());
        }
    }

    /// After the last levering: which trajecten of the previous delivery are missing. Of a delivery that could not be
    /// read to its end nobody knows.
    void besluit() throws IOException {
        Map<String, Long> vermist = telling.isOnleesbaar() ? Map.of() : vermissing.vermist();
        for (Leveringstand stand : perOrganisatie.values()) {
            long aantal = vermist.getOrDefault(stand.organisatie(), 0L);
            if (aantal > 0) {
                vondsten.meldCode("L-07", "", "aantal", Formats.number(aantal));
                melder.geefKop(stand.plek());
            }
        }
    }
}
