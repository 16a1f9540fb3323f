// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/// One walk over one message, handing over as it goes.
final class Berichtgang {

    private final Berichtstroom stroom;
    private final Vormloper loper;
    private final Veldlezer v;
    private final Voorloop voorloop;
    private final Overdracht naar;
    private final TrajectLezer trajectLezer;
    private final Vorm berichtvorm;
    private final Kopdelen kop = new Kopdelen();

    Berichtgang(Berichtstroom stroom, Vormloper loper, Voorloop voorloop, Overdracht naar, Vorm berichtvorm) {
        this.stroom = stroom;
        this.loper = loper;
        this.v = new Veldlezer(loper, naar);
        this.voorloop = voorloop;
        this.naar = naar;
        this.trajectLezer = new TrajectLezer(v);
        this.berichtvorm = berichtvorm;
    }

    /// Walks the whole message; the walk stands before the root.
    void loop(boolean omhuld) throws IOException {
        JsonToken wortel = loper.waarde();
        if (wortel == null) {
            throw new Weigering(new Weigering.Reden.Json(loper.hier(), JsonFouten.LEEG));
        }
        if (wortel != JsonToken.START_OBJECT) {
            loper.slaOver();
        } else if (omhuld) {
            antwoord();
        } else {
            bericht();
        }
        eindeTekst();
        if (!naar.isKopGegeven()) {
            naar.kop(kop.kop());
        }
    }

    private void eindeTekst() throws IOException {
        try {
            if (loper.lezer().nextToken() == null) {
                return;
            }
        } catch (StreamReadException e) {
            throw new Weigering(new Weigering.Reden.Json(loper.plek(e.getLocation()), JsonFouten.ERACHTER));
        }
        throw new Weigering(new Weigering.Reden.Json(loper.plek(), JsonFouten.ERACHTER));
    }

    private void antwoord() throws IOException {
        v.begin(naar);
        while (v.volgende()) {
            if (v.is(Veld.GEGEVENS)) {
                loper.verwacht(berichtvorm);
                JsonToken token = v.waarde();
                if (token == JsonToken.START_OBJECT) {
                    bericht();
                    v.basis(1);
                } else {
                    v.anders(token);
                }
            } else if (v.is(Veld.PAGINERING)) {
                v.object(this::paginering).ifPresent(naar::paginering);
            } else {
                v.onbekend();
            }
        }
    }

    private Paginering paginering() throws IOException {
        Optional<Long> grootte = Optional.empty();
        Optional<Long> huidige = Optional.empty();
        Optional<Long> paginas = Optional.empty();
        Optional<Long> records = Optional.empty();
        while (v.volgende()) {
            switch (v.veld()) {
                case PAGE_SIZE -> grootte = v.geheel();
                case CURRENT_PAGE -> huidige = v.geheel();
                case TOTAL_PAGES -> paginas = v.geheel();
                case TOTAL_RECORDS -> records = v.geheel();
                default -> v.onbekend();
            }
        }
        return new Paginering(grootte, huidige, paginas, records);
    }

    private void bericht() throws IOException {
        v.begin(naar);
        int hier = loper.pad().diepte();
        String pointer = loper.pad().pointer();
        Leveringdelen oud = new Leveringdelen(v, stroom);
        while (v.volgende()) {
            kop.zie(v.veld());
            if (v.is(Veld.LEVERINGEN)) {
                leveringen();
            } else if (v.is(Veld.SCHULDHULPTRAJECTEN)) {
                geefKop();
                naar.levering(0, oud.kop(), true, pointer);
                trajecten(0);
            } else if (!kop.lees(v) && !(v.is(Veld.AANLEVERENDE_ORGANISATIE) && oud.lees())) {
                v.onbekend();
            }
            v.begin(naar);
            v.basis(hier);
        }
    }

    private void leveringen() throws IOException {
        JsonToken token = v.waarde();
        if (token != JsonToken.START_ARRAY) {
            v.anders(token);
            return;
        }
        for (int index = 0; loper.element(); index++) {
            JsonToken element = loper.lezer().currentToken();
            if (element == JsonToken.START_OBJECT) {
                levering(index);
            } else {
                v.anders(element);
            }
        }
    }

    private void levering(int index) throws IOException {
        v.begin(naar);
        int hier = loper.pad().diepte();
        String pointer = loper.pad().pointer();
        Leveringdelen delen = new Leveringdelen(v, stroom);
        boolean gegeven = false;
        while (v.volgende()) {
            if (v.is(Veld.SCHULDHULPTRAJECTEN)) {
                geefKop();
                gegeven = trajecten(index, delen, pointer);
            } else if (!delen.lees()) {
                v.onbekend();
            }
            v.begin(naar);
            v.basis(hier);
        }
        if (!gegeven) {
            geefKop();
            naar.levering(index, delen.kop(), false, pointer);
        }
    }

    private boolean trajecten(int levering, Leveringdelen delen, String pointer) throws IOException {
        JsonToken token = v.waarde();
        if (token != JsonToken.START_ARRAY) {
            v.anders(token);
            return false;
        }
        LeveringKop leveringKop = delen.isVolledig() ? delen.kop() : voorloop.levering(levering);
        naar.levering(levering, leveringKop, true, pointer);
        reeks(levering);
        return true;
    }

    private void trajecten(int levering) throws IOException {
        JsonToken token = v.waarde();
        if (token == JsonToken.START_ARRAY) {
            reeks(levering);
        } else {
            v.anders(token);
        }
    }

    private void reeks(int levering) throws IOException {
        int lijst = loper.pad().diepte();
        for (int index = 0; loper.element(); index++) {
            JsonToken element = loper.lezer().currentToken();
            if (element == JsonToken.START_OBJECT) {
                traject(levering, index);
            } else {
                v.begin(naar);
                v.basis(lijst);
                v.anders(element);
            }
        }
    }

    private void traject(int levering, int index) throws IOException {
        Positie begin = loper.plek();
        stroom.houdVast(begin);
        Schuldhulptraject traject = trajectLezer.lees();
        int lengte = (int) (loper.hier().offset() - begin.offset());
        stroom.eisMaat(lengte);
        TrajectPlek plek = new TrajectPlek(
                levering,
                index,
                loper.pad().pointer(),
                begin.regel(),
                begin.offset(),
                stroom.venster(),
                stroom.index(begin.offset()),
                lengte);
        naar.traject(traject, plek);
        stroom.laatLos();
    }

    private void geefKop() throws IOException {
        if (!naar.isKopGegeven()) {
            naar.kop(kop.isVolledig() ? kop.kop() : voorloop.kop());
        }
    }
}
