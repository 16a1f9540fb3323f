// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.model.Afwijking.Soort;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads single values tolerantly: what does not fit becomes empty and an [Afwijking]; the walk goes on.
final class Veldlezer {

    private static final Optional<Boolean> JA = Optional.of(true);
    private static final Optional<Boolean> NEE = Optional.of(false);

    private final Vormloper loper;
    private final JsonParser lezer;
    private final Dagboek dagboek;
    private Afwijkmelder melder;
    private int basis;
    private Veld veld = Veld.ANDERS;
    private long velden;

    Veldlezer(Vormloper loper, Afwijkmelder melder) {
        this(loper, melder, new Dagboek());
    }

    Veldlezer(Vormloper loper, Afwijkmelder melder, Dagboek dagboek) {
        this.loper = loper;
        this.lezer = loper.lezer();
        this.melder = melder;
        this.dagboek = dagboek;
    }

    /// From here on pointers are below the object that is open now.
    void begin(Afwijkmelder hoorder) {
        melder = hoorder;
        basis = loper.pad().diepte() - 1;
    }

    /// Pointers are below the object at this depth again.
    void basis(int diepte) {
        basis = diepte - 1;
    }

    /// Moves to the next field of the open object; false at its end.
    boolean volgende() throws IOException {
        int woord = loper.naam();
        if (woord == Vormloper.EINDE) {
            return false;
        }
        veld = Woordenlijst.isVeld(woord) ? Woordenlijst.veld(woord) : Veld.ANDERS;
        velden++;
        return true;
    }

    boolean is(Veld ander) {
        return veld == ander;
    }

    /// The current field, [Veld#ANDERS] when the codec does not know it.
    Veld veld() {
        return veld;
    }

    /// Reads past a field that does not belong to this object.
    void onbekend() throws IOException {
        JsonToken token = waarde();
        Positie plek = loper.plek();
        String tekst = overslaan(token);
        melder.meld(new Afwijking(Soort.ONBEKEND_VELD, loper.pad().pointer(basis), tekst), plek);
    }

    /// Where the current token starts.
    Positie plek() {
        return loper.plek();
    }

    /// Where the parser has come.
    Positie hier() {
        return loper.hier();
    }

    /// Moves to the value of the current field.
    JsonToken waarde() throws IOException {
        JsonToken token = loper.waarde();
        if (token == null) {
            throw loper.afgebroken();
        }
        return token;
    }

    Optional<String> tekst() throws IOException {
        JsonToken token = waarde();
        if (token != JsonToken.VALUE_STRING) {
            anders(token);
            return Optional.empty();
        }
        String tekst = lezer.getString();
        if (tekst.isEmpty()) {
            meld(Soort.LEEG, "");
            return Optional.empty();
        }
        return Optional.of(tekst);
    }

    Optional<LocalDate> datum() throws IOException {
        JsonToken token = waarde();
        if (token != JsonToken.VALUE_STRING) {
            anders(token);
            return Optional.empty();
        }
        char[] tekens = lezer.getStringCharacters();
        int gepakt = Datums.lees(tekens, lezer.getStringOffset(), lezer.getStringLength());
        if (gepakt == Datums.GEEN) {
            onleesbaar(Soort.GEEN_DATUM);
            return Optional.empty();
        }
        return dagboek.dag(gepakt);
    }

    Optional<Moment> moment() throws IOException {
        JsonToken token = waarde();
        if (token != JsonToken.VALUE_STRING) {
            anders(token);
            return Optional.empty();
        }
        Optional<Moment> moment = Momenten.lees(lezer.getString());
        if (moment.isEmpty()) {
            onleesbaar(Soort.GEEN_DATUM);
        }
        return moment;
    }

    <W extends Waarde> Optional<W> keuze(Keuzelijst<W> keuzes) throws IOException {
        JsonToken token = waarde();
        if (token != JsonToken.VALUE_STRING) {
            anders(token);
            return Optional.empty();
        }
        char[] tekens = lezer.getStringCharacters();
        int index = Keuzes.zoek(keuzes.teksten(), tekens, lezer.getStringOffset(), lezer.getStringLength());
        if (index < 0) {
            onleesbaar(Soort.ONBEKENDE_WAARDE);
            return Optional.empty();
        }
        return keuzes.waarden().get(index);
    }

    Optional<Boolean> jaNee() throws IOException {
        JsonToken token = waarde();
        if (token == JsonToken.VALUE_TRUE) {
            return JA;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return NEE;
        }
        anders(token);
        return Optional.empty();
    }

    Optional<Long> geheel() throws IOException {
        JsonToken token = waarde();
        if (token == JsonToken.VALUE_NUMBER_INT && lezer.getStringLength() <= Getallen.KORT) {
            return Optional.of(lezer.getLongValue());
        }
        if (!token.isNumeric() || !Getallen.isGeheel(lezer.getString())) {
            anders(token);
            return Optional.empty();
        }
        Optional<Long> getal = Getallen.lang(lezer.getString());
        if (getal.isEmpty()) {
            meld(Soort.BUITEN_BEREIK, lezer.getString());
        }
        return getal;
    }

    <T> Optional<T> object(Lees<T> lees) throws IOException {
        JsonToken token = waarde();
        if (token != JsonToken.START_OBJECT) {
            anders(token);
            return Optional.empty();
        }
        long voor = velden;
        T object = lees.lees();
        if (velden == voor) {
            meld(Soort.LEEG, "{}");
            return Optional.empty();
        }
        return Optional.of(object);
    }

    /// Every element of the list, in order; one that cannot be read stands there as `leeg`, so that no index shifts.
    <T> List<T> lijst(Lees<T> lees, T leeg) throws IOException {
        JsonToken token = waarde();
        if (token != JsonToken.START_ARRAY) {
            anders(token);
            return List.of();
        }
        List<T> elementen = new ArrayList<>(2);
        while (loper.element()) {
            elementen.add(element(lees, leeg));
        }
        return elementen;
    }

    private <T> T element(Lees<T> lees, T leeg) throws IOException {
        JsonToken token = lezer.currentToken();
        if (token != JsonToken.START_OBJECT) {
            anders(token);
            return leeg;
        }
        long voor = velden;
        T element = lees.lees();
        if (velden == voor) {
            meld(Soort.LEEG, "{}");
        }
        return element;
    }

    /// The current value is of another type than the model has.
    void anders(JsonToken token) throws IOException {
        Positie plek = loper.plek();
        long voor = velden;
        String tekst = overslaan(token);
        boolean leeg = token == JsonToken.VALUE_NULL || (token == JsonToken.START_OBJECT && velden == voor);
        Soort soort = leeg || (token == JsonToken.VALUE_STRING && tekst.isEmpty()) ? Soort.LEEG : Soort.ANDER_TYPE;
        melder.meld(new Afwijking(soort, loper.pad().pointer(basis), tekst), plek);
    }

    /// Reads past the current value and says what it was.
    private String overslaan(JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            int namen = 0;
            while (volgende()) {
                namen++;
                waarde();
                loper.slaOver();
            }
            return namen == 0 ? "{}" : "{...}";
        }
        if (token == JsonToken.START_ARRAY) {
            loper.slaOver();
            return "[...]";
        }
        return Vondst.kort(lezer.getString());
    }

    private void onleesbaar(Soort soort) {
        String tekst = lezer.getString();
        meld(tekst.isEmpty() ? Soort.LEEG : soort, tekst);
    }

    private void meld(Soort soort, String tekst) {
        Afwijking afwijking = new Afwijking(soort, loper.pad().pointer(basis), Vondst.kort(tekst));
        melder.meld(afwijking, loper.plek());
    }
}
