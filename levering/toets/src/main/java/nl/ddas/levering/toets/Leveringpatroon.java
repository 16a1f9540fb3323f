// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Uitstroomreden;

/// Counts over one levering while its trajecten pass, and says at its end what they show: L-02 to L-04,
/// L-06, L-08 to L-10 and K-09. Fixed memory, whatever the size of the levering.
final class Leveringpatroon {

    private static final int MINSTENS = 20;
    private static final int HOOGSTENS_GENOEMD = 10;

    private final Omgeving omgeving;
    private final BitSet gemeenten = new BitSet();
    private final Map<Integer, String> zoalsGeschreven = new HashMap<>();
    private final Dagteller starts = new Dagteller();
    private final Map<Uitstroomreden, long[]> redenen = new EnumMap<>(Uitstroomreden.class);
    private long trajecten;
    private long clienten;
    private long metUitstroom;
    private long metSchulden;
    private long metOplossing;
    private long metBegeleiding;
    private long opNieuwjaar;
    private long opEersteJuli;

    Leveringpatroon(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    void tel(Schuldhulptraject traject) {
        trajecten++;
        if (traject.gemeentecode().isPresent()) {
            int nummer = Gemeenten.getal(traject.gemeentecode().get());
            if (nummer > 0) {
                gemeenten.set(nummer);
                if (!omgeving.gemeenten().isBekend(nummer)) {
                    zoalsGeschreven.putIfAbsent(nummer, traject.gemeentecode().get());
                }
            }
        }
        if (traject.startdatum().isPresent()) {
            starts.tel(traject.startdatum().get().toEpochDay());
        }
        if (traject.uitstroom().isPresent()) {
            metUitstroom++;
            if (traject.uitstroom().get().reden().isPresent()) {
                redenen.computeIfAbsent(traject.uitstroom().get().reden().get(), reden -> new long[1])[0]++;
            }
        }
        metSchulden += traject.schulden().isEmpty() ? 0 : 1;
        metOplossing += traject.oplossing().isPresent() ? 1 : 0;
        metBegeleiding += traject.begeleiding().isEmpty() ? 0 : 1;
        for (int i = 0; i < traject.client().size(); i++) {
            telClient(traject.client().get(i));
        }
    }

    private void telClient(Client client) {
        clienten++;
        if (client.geboortedatum().isPresent()) {
            int dag = Geboortedag.lees(client.geboortedatum().get()) % 10_000;
            opNieuwjaar += dag == 101 ? 1 : 0;
            opEersteJuli += dag == 701 ? 1 : 0;
        }
    }

    long trajecten() {
        return trajecten;
    }

    /// What the whole levering shows.
    ///
    /// @param heeftTrajecten whether the array was there
    /// @param vorige number of trajecten of this organisation in the period before, when known
    void besluit(boolean heeftTrajecten, OptionalLong vorige, Vondsten vondsten) {
        if (heeftTrajecten && trajecten == 0) {
            vondsten.meldCodeVariant("L-02", "leeg", "/schuldhulptrajecten");
        }
        gemeenten(vondsten);
        if (vorige.isPresent()
                && Math.max(trajecten, vorige.getAsLong()) >= MINSTENS
                && 2 * Math.abs(trajecten - vorige.getAsLong()) > vorige.getAsLong()) {
            vondsten.meldCode("L-06", "", "nu", trajecten, "toen", vorige.getAsLong());
        }
        if (trajecten >= MINSTENS) {
            startdatum(vondsten);
            onderdeel(metUitstroom, "uitstroom", vondsten);
            onderdeel(metSchulden, "schulden", vondsten);
            onderdeel(metOplossing, "oplossing", vondsten);
            onderdeel(metBegeleiding, "begeleiding", vondsten);
        }
        reden(vondsten);
        if (clienten >= MINSTENS) {
            geboortedag(opNieuwjaar, "1 januari", vondsten);
            geboortedag(opEersteJuli, "1 juli", vondsten);
        }
    }

    private void gemeenten(Vondsten vondsten) {
        if (gemeenten.cardinality() > 1) {
            String teller = omgeving.levering().teller().map(Object::toString).orElse("zonder teller");
            vondsten.meldCode("L-03", "", "teller", teller, "codes", codes());
        }
        int eigen = Gemeenten.getal(
                omgeving.levering().aanleverendeOrganisatie().gemeentecode().orElse(""));
        if (eigen > 0 && Organisatieregels.isGemeente(omgeving.levering(), omgeving.gemeenten())) {
            boolean zelf = gemeenten.get(eigen);
            gemeenten.clear(eigen);
            if (!gemeenten.isEmpty()) {
                vondsten.meldCode("L-04", "", "code", codes(), "eigen", new Gemeentecode(eigen).code());
            }
            gemeenten.set(eigen, zelf);
        }
    }

    private String codes() {
        StringBuilder codes = new StringBuilder();
        int genoemd = 0;
        for (int nummer = gemeenten.nextSetBit(0); nummer >= 0; nummer = gemeenten.nextSetBit(nummer + 1)) {
            if (genoemd++ == HOOGSTENS_GENOEMD) {
                return codes + " en nog " + (gemeenten.cardinality() - HOOGSTENS_GENOEMD);
            }
            codes.append(codes.isEmpty() ? "" : ", ")
                    .append(zoalsGeschreven.getOrDefault(nummer, new Gemeentecode(nummer).code()));
        }
        return codes.toString();
    }

    private void startdatum(Vondsten vondsten) {
        long dag = starts.vaakste();
        long aantal = starts.aantal(dag);
        if (10 * aantal > 3 * trajecten) {
            vondsten.meldCode("L-08", "", "percentage", 100 * aantal / trajecten, "datum", LocalDate.ofEpochDay(dag));
        }
    }

    private static void onderdeel(long aantal, String naam, Vondsten vondsten) {
        if (aantal == 0) {
            vondsten.meldCode("L-09", "", "onderdeel", naam);
        }
    }

    private void reden(Vondsten vondsten) {
        long som = 0;
        long meeste = 0;
        String vaakste = "";
        for (Map.Entry<Uitstroomreden, long[]> reden : redenen.entrySet()) {
            long aantal = reden.getValue()[0];
            som += aantal;
            vaakste = aantal > meeste ? reden.getKey().tekst() : vaakste;
            meeste = Math.max(meeste, aantal);
        }
        if (som >= MINSTENS && 10 * meeste > 8 * som) {
            vondsten.meldCode("L-10", "", "percentage", 100 * meeste / som, "reden", vaakste);
        }
    }

    private void geboortedag(long aantal, String dag, Vondsten vondsten) {
        if (10 * aantal > clienten) {
            vondsten.meldCode("K-09", "", "percentage", 100 * aantal / clienten, "dag", dag);
        }
    }
}
