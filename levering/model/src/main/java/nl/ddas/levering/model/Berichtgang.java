// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
    private final Leesopdracht opdracht;
    private final Versiewachter wachter;
    private final Kopdelen kop = new Kopdelen();
    private Positie begin = new Positie(0, 1, 1);
    private String wortel = "";
    private Versie versie;
    private Optional<Trajectomzetter> omzetter;

    Berichtgang(
            Berichtstroom stroom,
            Vormloper loper,
            Voorloop voorloop,
            Overdracht naar,
            Leesopdracht opdracht,
            Versiewachter wachter) {
        this.stroom = stroom;
        this.loper = loper;
        this.v = new Veldlezer(loper, naar);
        this.voorloop = voorloop;
        this.naar = naar;
        this.trajectLezer = new TrajectLezer(v);
        this.omzetter = opdracht.omzetter();
        this.opdracht = opdracht;
        this.wachter = wachter;
        this.versie = opdracht.versie();
    }

    /// The version that the message turned out to follow; empty when it was not told and the message has no field of
    /// any version at its root.
    Optional<Versie> versie() {
        return opdracht.isVersieGegeven() || kop.heeftModelveld() ? Optional.of(versie) : Optional.empty();
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
            geefKop(kop);
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
                loper.verwacht(opdracht.vorm());
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
        begin = loper.plek();
        wortel = loper.pad().pointer();
        Leveringdelen oud = new Leveringdelen(v, stroom, opdracht.isZonderLeveringen());
        while (v.volgende()) {
            kop.zie(v.veld());
            if (v.is(Veld.LEVERINGEN)) {
                leveringen();
            } else if (v.is(Veld.SCHULDHULPTRAJECTEN)) {
                geefKop();
                oudeLevering(oud);
                trajecten(0);
            } else if (!leesKop() && !(v.is(Veld.AANLEVERENDE_ORGANISATIE) && oud.lees())) {
                v.onbekend();
            }
            v.begin(naar);
            v.basis(hier);
        }
    }

    private boolean leesKop() throws IOException {
        return kop.lees(v) || (opdracht.isZonderLeveringen() && kop.leesOud(v));
    }

    private void oudeLevering(Leveringdelen delen) throws IOException {
        Leveringdelen oud = delen.isVolledig() || !opdracht.isZonderLeveringen() ? delen : voorloop.oudeLevering();
        if (opdracht.isZonderLeveringen()) {
            meld(oud.hernoemd(), wortel, 0, 0);
            Omzetting ingepakt = new Omzetting(
                    Omzetting.Soort.INGEPAKT, "", Veld.SCHULDHULPTRAJECTEN.naam(), Veld.LEVERINGEN.naam());
            naar.omzetting(ingepakt, wortel, begin);
        }
        naar.levering(0, oud.kop(), true, wortel);
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
        Leveringdelen delen = new Leveringdelen(v, stroom, false);
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
        Positie eerste = loper.plek();
        stroom.houdVast(eerste);
        if (omzetter.isPresent()) {
            loper.slaOver();
            oudTraject(levering, index, eerste, omzetter.get());
        } else {
            Schuldhulptraject traject = trajectLezer.lees();
            if (wachter.isOud(traject)) {
                versie = Versie.V0_10;
                Trajectomzetter vanaf = opdracht.omzetter(versie);
                omzetter = Optional.of(vanaf);
                oudTraject(levering, index, eerste, vanaf);
            } else {
                naar.traject(traject, plek(levering, index, eerste, lengteVanaf(eerste), Map.of()));
            }
        }
        stroom.laatLos();
    }

    private int lengteVanaf(Positie eerste) throws Weigering {
        int lengte = (int) (loper.hier().offset() - eerste.offset());
        stroom.eisMaat(lengte);
        return lengte;
    }

    private TrajectPlek plek(int levering, int index, Positie eerste, int lengte, Map<String, String> oudePaden) {
        return new TrajectPlek(
                levering,
                index,
                loper.pad().pointer(),
                eerste.regel(),
                eerste.offset(),
                stroom.venster(),
                stroom.index(eerste.offset()),
                lengte,
                oudePaden);
    }

    private void oudTraject(int levering, int index, Positie eerste, Trajectomzetter om) throws IOException {
        int lengte = lengteVanaf(eerste);
        Trajectomzetter.Uitkomst uitkomst = om.zetOm(stroom.venster(), stroom.index(eerste.offset()), lengte);
        meld(uitkomst.omzettingen(), loper.pad().pointer(), eerste.regel(), eerste.offset());
        naar.traject(uitkomst.traject(), plek(levering, index, eerste, lengte, uitkomst.oudePaden()));
    }

    /// Hands over conversions.
    ///
    /// @param regel what to add to their lines
    /// @param positie what to add to their positions
    private void meld(List<Omzetlijst.Regel> omzettingen, String basis, long regel, long positie) {
        for (Omzetlijst.Regel om : omzettingen) {
            naar.omzetting(om.omzetting(), basis, new Positie(om.positie() + positie, om.regel() + regel, 1));
        }
    }

    private void geefKop() throws IOException {
        if (!naar.isKopGegeven()) {
            geefKop(kop.isVolledig() ? kop : voorloop.kop());
        }
    }

    private void geefKop(Kopdelen delen) {
        Omzetlijst lijst = new Omzetlijst();
        Kop heel = delen.kop(opdracht.versie(), opdracht.voorkennis(), begin, lijst);
        meld(lijst.regels(), wortel, 0, 0);
        naar.kop(heel);
    }
}
