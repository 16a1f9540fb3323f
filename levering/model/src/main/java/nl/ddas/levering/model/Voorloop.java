// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A quick pass ahead over a message that writes a header after what it belongs to: reads the headers, skips the
/// trajecten. Says nothing about what is wrong; the real walk does. Remembers a limited number of headers at a time, so
/// that memory stays constant.
final class Voorloop {

    private static final int TEGELIJK = 256;

    private final Bron bron;
    private final Vormschemas schemas;
    private Optional<Kopdelen> kop = Optional.empty();
    private final List<LeveringKop> leveringen = new ArrayList<>();
    private Optional<Leveringdelen> wortel = Optional.empty();
    private int vanaf;

    Voorloop(Bron bron, Vormschemas schemas) {
        this.bron = bron;
        this.schemas = schemas;
    }

    /// The header of the message, as far as it can be read.
    Kopdelen kop() throws IOException {
        return delen();
    }

    /// The organisation at the root of a message of v0.8, as far as it can be read.
    Leveringdelen oudeLevering() throws IOException {
        delen();
        return wortel.orElseThrow();
    }

    /// Whether the root of the message has this field anywhere.
    boolean heeft(Veld veld) throws IOException {
        return delen().heeft(veld);
    }

    /// The header of a levering, as far as it can be read.
    LeveringKop levering(int index) throws IOException {
        if (kop.isEmpty() || index < vanaf || index >= vanaf + leveringen.size()) {
            loop(index);
        }
        int plek = index - vanaf;
        return plek < leveringen.size() ? leveringen.get(plek) : new LeveringKop(Optional.empty(), Organisatie.LEEG);
    }

    private Kopdelen delen() throws IOException {
        if (kop.isEmpty()) {
            loop(0);
        }
        return kop.orElseThrow();
    }

    private void loop(int eerste) throws IOException {
        vanaf = eerste;
        leveringen.clear();
        Kopdelen delen = new Kopdelen();
        try (Berichtstroom stroom = new Berichtstroom(bron.open());
                JsonParser lezer = Lezers.op(stroom)) {
            Vormloper loper = new Vormloper(lezer, stroom.vooraf(), schemas, schemas.vrij(), (s, p, plek, v, g) -> {});
            Veldlezer v = new Veldlezer(loper, (afwijking, plek) -> {});
            wortel = Optional.of(new Leveringdelen(v, stroom, true));
            if (loper.waarde() == JsonToken.START_OBJECT) {
                bericht(loper, stroom, v, delen, true);
            }
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException oorzaak && !(oorzaak instanceof Weigering)) {
                throw oorzaak;
            }
        } catch (Weigering e) {
            delen.zie(Veld.ANDERS); // broken further on: what was read until here is what there is
        }
        kop = Optional.of(delen);
    }

    private void bericht(Vormloper loper, Berichtstroom stroom, Veldlezer v, Kopdelen delen, boolean magOmhuld)
            throws IOException {
        while (v.volgende()) {
            delen.zie(v.veld());
            if (delen.lees(v) || delen.leesOud(v) || oudeLevering(v)) {
                continue;
            }
            boolean leveringenVeld = v.is(Veld.LEVERINGEN);
            boolean gegevens = magOmhuld && v.is(Veld.GEGEVENS);
            JsonToken token = v.waarde();
            if (leveringenVeld && token == JsonToken.START_ARRAY) {
                leveringen(loper, stroom, v);
            } else if (gegevens && token == JsonToken.START_OBJECT) {
                bericht(loper, stroom, v, delen, false);
            } else {
                loper.slaOverOngezien();
            }
        }
    }

    private boolean oudeLevering(Veldlezer v) throws IOException {
        return v.is(Veld.AANLEVERENDE_ORGANISATIE) && wortel.orElseThrow().lees();
    }

    private void leveringen(Vormloper loper, Berichtstroom stroom, Veldlezer v) throws IOException {
        for (int index = 0; loper.element(); index++) {
            boolean nodig = index >= vanaf && index < vanaf + TEGELIJK;
            if (nodig && loper.lezer().currentToken() == JsonToken.START_OBJECT) {
                leveringen.add(levering(loper, stroom, v));
            } else {
                loper.slaOverOngezien();
                if (nodig) {
                    leveringen.add(new LeveringKop(Optional.empty(), Organisatie.LEEG));
                }
            }
        }
    }

    private static LeveringKop levering(Vormloper loper, Berichtstroom stroom, Veldlezer v) throws IOException {
        Leveringdelen delen = new Leveringdelen(v, stroom, false);
        while (v.volgende()) {
            if (!delen.lees()) {
                v.waarde();
                loper.slaOverOngezien();
            }
        }
        return delen.kop();
    }
}
