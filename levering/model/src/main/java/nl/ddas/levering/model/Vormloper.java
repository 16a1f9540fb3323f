// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import nl.ddas.levering.model.Vormfout.Soort;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.sym.PropertyNameMatcher;

/// Walks over the tokens of a message and checks each against the schema in passing. The codec asks it for the next
/// name, value or element, so form check and reading are one pass.
///
/// On the good path it makes no text and no object: fields are numbers, the fields seen are bits.
final class Vormloper {

    /// What [#naam()] answers at the end of an object.
    static final int EINDE = -1;

    /// What [#naam()] answers for a name that neither codec nor schema knows.
    static final int VREEMD = -2;

    private static final int MEESTE_VREEMDE_NAMEN = 5_000;
    private static final int[] TYPE_VAN_TOKEN = typeVanToken();

    private final JsonParser lezer;
    private final int vooraf;
    private final Woordenlijst woorden;
    private final PropertyNameMatcher zoeker;
    private final Vormmelder melder;
    private final Pad pad = new Pad();

    private final Vorm vrij;
    private final Vorm[] vorm;
    private final long[] gezien = new long[Pad.DIEPSTE + 2];
    private final Positie[] begin = new Positie[Pad.DIEPSTE + 2];
    private final @Nullable Set<String>[] vreemd;
    private int vreemdeNamen;
    private Vorm volgende;
    private boolean teVeel;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Vormloper(JsonParser lezer, int vooraf, Vormschemas schemas, Vorm wortel, Vormmelder melder) {
        this.lezer = lezer;
        this.vooraf = vooraf;
        this.woorden = schemas.woorden();
        this.zoeker = woorden.zoeker();
        this.melder = melder;
        this.vrij = schemas.vrij();
        this.vorm = new Vorm[Pad.DIEPSTE + 2];
        this.vreemd = new Set[Pad.DIEPSTE + 2];
        this.volgende = wortel;
    }

    Pad pad() {
        return pad;
    }

    JsonParser lezer() {
        return lezer;
    }

    String woord(int nummer) {
        return nummer >= 0 ? woorden.woord(nummer) : lezer.currentName();
    }

    /// From here on the next value must have this form; for the `gegevens` of an answer.
    void verwacht(Vorm anders) {
        volgende = anders;
    }

    /// Moves to the value of the field just named, or to the root. Null only when there is no root value at all.
    @Nullable
    JsonToken waarde() throws IOException {
        JsonToken token = lezer.nextToken();
        if (teVeel) {
            teVeel = false;
            meld(
                    Soort.ADDITIONAL_PROPERTIES,
                    "alleen velden uit het uitwisselmodel",
                    "een veld met een onbekende naam");
        }
        if (token != null) {
            toets(token, volgende);
        }
        return token;
    }

    /// Moves to the next element of the open list; false at its end.
    boolean element() throws IOException {
        JsonToken token = lezer.nextToken();
        if (token == JsonToken.END_ARRAY) {
            sluitLijst();
            return false;
        }
        if (token == null) {
            throw afgebroken();
        }
        pad.volgende();
        Vorm elementen = vorm[pad.diepte()].elementen;
        toets(token, elementen == null ? vrij : elementen);
        return true;
    }

    /// Moves to the next name in the open object.
    ///
    /// @return its number in the [Woordenlijst], [#VREEMD] or [#EINDE]
    int naam() throws IOException {
        int woord = lezer.nextNameMatch(zoeker);
        if (woord < 0) {
            return andereNaam(woord);
        }
        int diepte = pad.diepte();
        Vorm hier = vorm[diepte];
        pad.naam(woorden.woord(woord));
        int slot = hier.slotVanWoord[woord];
        if (slot < 0) {
            onbekend(hier, woorden.woord(woord));
            return woord;
        }
        long bit = 1L << slot;
        if ((gezien[diepte] & bit) != 0) {
            throw dubbel();
        }
        gezien[diepte] |= bit;
        volgende = hier.velden[slot];
        return woord;
    }

    /// Walks past the current value, checking all of it.
    void slaOver() throws IOException {
        if (lezer.currentToken() == JsonToken.START_OBJECT) {
            while (naam() != EINDE) {
                waarde();
                slaOver();
            }
        } else if (lezer.currentToken() == JsonToken.START_ARRAY) {
            while (element()) {
                slaOver();
            }
        }
    }

    /// Walks past the current value without looking at it.
    void slaOverOngezien() {
        if (lezer.currentToken() == JsonToken.START_OBJECT || lezer.currentToken() == JsonToken.START_ARRAY) {
            lezer.skipChildren();
            pad.sluit();
        }
    }

    /// After the parser refused to go on: makes the path that of the field or the element at which it stopped. It looks
    /// at a value together with the name or the comma before it, so we may not have heard of either.
    ///
    /// @param inNaam whether it stopped in a name, so that only the object is known
    void volgLezer(boolean inNaam) {
        if (inNaam) {
            pad.zonderNaam();
        } else if (lezer.currentToken() == JsonToken.PROPERTY_NAME) {
            pad.naam(lezer.currentName());
        } else if (lezer.streamReadContext().inArray()) {
            pad.element(lezer.streamReadContext().getCurrentIndex());
        }
    }

    /// Where the current token starts.
    Positie plek() {
        return plek(lezer.currentTokenLocation());
    }

    /// Where the parser has come.
    Positie hier() {
        return plek(lezer.currentLocation());
    }

    Positie plek(TokenStreamLocation plek) {
        return new Positie(plek.getByteOffset() + vooraf, plek.getLineNr(), plek.getColumnNr());
    }

    private int andereNaam(int antwoord) throws IOException {
        if (antwoord == PropertyNameMatcher.MATCH_END_OBJECT) {
            sluitObject();
            return EINDE;
        }
        if (antwoord != PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
            throw afgebroken();
        }
        String naam = lezer.currentName();
        pad.naam(naam);
        onbekend(vorm[pad.diepte()], naam);
        return VREEMD;
    }

    private void onbekend(Vorm hier, String naam) throws IOException {
        int diepte = pad.diepte();
        Set<String> namen = vreemd[diepte];
        if (namen == null) {
            namen = new HashSet<>();
            vreemd[diepte] = namen;
        }
        if (!namen.add(naam)) {
            throw dubbel();
        }
        if (++vreemdeNamen > MEESTE_VREEMDE_NAMEN) {
            throw grens("hier staan meer dan 5.000 onbekende velden bij elkaar");
        }
        volgende = vrij;
        teVeel = hier.gesloten;
    }

    private void toets(JsonToken token, Vorm hier) throws IOException {
        int id = token.id();
        Vorm past = hier;
        if (id == JsonTokenId.ID_NUMBER_INT || id == JsonTokenId.ID_NUMBER_FLOAT) {
            weigerAbsurd(id);
        }
        if ((hier.typen & TYPE_VAN_TOKEN[id]) == 0 && !isGeheel(id, hier)) {
            meld(Soort.TYPE, hier.verwachtType(), Vondst.van(token));
            past = vrij;
        }
        switch (id) {
            case JsonTokenId.ID_START_OBJECT -> open(past, false);
            case JsonTokenId.ID_START_ARRAY -> open(past, true);
            case JsonTokenId.ID_STRING -> {
                if (past.toetstTekst) {
                    tekst(past);
                }
            }
            case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> minimum(past);
            default -> {}
        }
    }

    private boolean isGeheel(int id, Vorm hier) {
        return id == JsonTokenId.ID_NUMBER_FLOAT && (hier.typen & Vorm.GEHEEL) != 0 && Getallen.isGeheel(getekend());
    }

    private void open(Vorm hier, boolean isLijst) {
        pad.open(isLijst);
        int diepte = pad.diepte();
        vorm[diepte] = hier;
        gezien[diepte] = 0;
        if (hier.onthoudtBegin) {
            begin[diepte] = plek();
        }
    }

    private void sluitObject() {
        int diepte = pad.diepte();
        Vorm hier = vorm[diepte];
        Set<String> namen = vreemd[diepte];
        if (namen != null) {
            vreemdeNamen -= namen.size();
            vreemd[diepte] = null;
        }
        pad.sluit();
        long mist = hier.verplicht & ~gezien[diepte];
        for (long rest = mist; rest != 0; rest &= rest - 1) {
            String naam = hier.namen.get(Long.numberOfTrailingZeros(rest));
            String verwacht = "het verplichte veld \"" + naam + "\"";
            melder.meld(Soort.REQUIRED, pad.pointer(), begin[diepte], verwacht, "het veld ontbreekt");
        }
    }

    private void sluitLijst() {
        int diepte = pad.diepte();
        int aantal = pad.aantal();
        Vorm hier = vorm[diepte];
        pad.sluit();
        if (aantal < hier.minimumAantal) {
            String verwacht = "minstens " + hier.minimumAantal + " in deze lijst";
            melder.meld(Soort.MIN_ITEMS, pad.pointer(), begin[diepte], verwacht, "een lijst van " + aantal);
        }
        if (aantal > hier.maximumAantal) {
            String verwacht = "hoogstens " + hier.maximumAantal + " in deze lijst";
            melder.meld(Soort.MAX_ITEMS, pad.pointer(), begin[diepte], verwacht, "een lijst van " + aantal);
        }
    }

    private void tekst(Vorm hier) {
        char[] tekens = lezer.getStringCharacters();
        int eerste = lezer.getStringOffset();
        int lengte = lezer.getStringLength();
        if (!hier.keuzes.isEmpty() && Keuzes.zoek(hier.keuzes, tekens, eerste, lengte) < 0) {
            String keuzes = "een van: " + String.join(", ", hier.keuzes);
            meld(Soort.ENUM, keuzes, "\"" + Vondst.kort(new String(tekens, eerste, lengte)) + "\"");
        }
        if (!hier.formaat.past(tekens, eerste, lengte)) {
            meld(Soort.FORMAT, hier.formaat.omschrijving(), "een tekst die dat niet is");
        }
    }

    private void weigerAbsurd(int id) throws IOException {
        boolean kort = id == JsonTokenId.ID_NUMBER_INT && lezer.getStringLength() <= Getallen.KORT;
        if (!kort && Getallen.isAbsurd(getekend())) {
            throw grens(JsonFouten.GETAL);
        }
    }

    private void minimum(Vorm hier) {
        if (hier.minimum != Long.MIN_VALUE && Getallen.isKleiner(getekend(), hier.minimum)) {
            meld(Soort.MINIMUM, "een getal van minstens " + hier.minimum, "een kleiner getal");
        }
    }

    private String getekend() {
        return lezer.getString();
    }

    private void meld(Soort soort, String verwacht, String gevonden) {
        melder.meld(soort, pad.pointer(), plek(), verwacht, gevonden);
    }

    private Weigering dubbel() {
        return new Weigering(new Weigering.Reden.Json(plek(), "dit veld staat twee keer in hetzelfde object"));
    }

    Weigering afgebroken() {
        return new Weigering(new Weigering.Reden.Json(hier(), JsonFouten.AFGEBROKEN));
    }

    private Weigering grens(String uitleg) {
        return new Weigering(new Weigering.Reden.Grens(plek(), uitleg));
    }

    private static int[] typeVanToken() {
        int[] typen = new int[16];
        typen[JsonTokenId.ID_START_OBJECT] = Vorm.OBJECT;
        typen[JsonTokenId.ID_START_ARRAY] = Vorm.LIJST;
        typen[JsonTokenId.ID_STRING] = Vorm.TEKST;
        typen[JsonTokenId.ID_NUMBER_INT] = Vorm.GEHEEL;
        typen[JsonTokenId.ID_NUMBER_FLOAT] = Vorm.BREUK;
        typen[JsonTokenId.ID_TRUE] = Vorm.JA_NEE;
        typen[JsonTokenId.ID_FALSE] = Vorm.JA_NEE;
        typen[JsonTokenId.ID_NULL] = Vorm.NIETS;
        return typen;
    }
}
