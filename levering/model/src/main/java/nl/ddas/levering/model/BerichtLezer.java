// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;

/// Reads a message of any size in constant memory: form check and model in one pass.
///
/// Understands a file (the Uitwisselmodel itself) and an answer of the API (`{gegevens, paginering}`). A message of
/// v0.8, v0.9 or v0.10 is checked against its own version and handed over as v1.0, with every [Omzetting] that took.
/// Safe for use by several threads.
public final class BerichtLezer {

    private final Vormschemas schemas;
    private final Optional<Versie> vast;
    private final Voorkennis voorkennis;

    private BerichtLezer(Vormschemas schemas, Optional<Versie> vast, Voorkennis voorkennis) {
        this.schemas = schemas;
        this.vast = vast;
        this.voorkennis = voorkennis;
    }

    /// A reader with the form checks compiled from the schema files of this module, one a version.
    public static BerichtLezer metEigenSchemas() {
        return new BerichtLezer(Vormschemas.laad(), Optional.empty(), Voorkennis.ONBEKEND);
    }

    /// The same reader, but reading as this version whatever the message looks like.
    public BerichtLezer voorVersie(Versie versie) {
        return new BerichtLezer(schemas, Optional.of(versie), voorkennis);
    }

    /// The same reader, told when its messages were received: stands for `aanleverdatumEnTijd` in a version that had no
    /// such field.
    public BerichtLezer ontvangenOp(Instant moment) {
        return new BerichtLezer(schemas, vast, voorkennis.met(moment));
    }

    /// The same reader, told the gemeentecode under which the deliverer is registered: stands for the `gemeentecode` of
    /// a traject of v0.8, which had no such field. `Onbekend` without it.
    ///
    /// @param gemeentecode any of the four spellings, see [Gemeentecode]
    public BerichtLezer vanGemeente(String gemeentecode) {
        return new BerichtLezer(schemas, vast, voorkennis.met(gemeentecode));
    }

    /// Reads a file and hands over what it holds; nothing more is handed over after a place that is no UTF-8 or JSON.
    ///
    /// @throws IOException when the bytes cannot be read; never because of what they say
    public Lezing lees(Bron bron, BerichtOntvanger ontvanger) throws IOException {
        return lees(bron, Plaats.begin(), ontvanger);
    }

    /// As above, for a page.
    ///
    /// @param begin the start of the message; its page number goes into every place
    /// @throws IOException as above
    public Lezing lees(Bron bron, Plaats begin, BerichtOntvanger ontvanger) throws IOException {
        Overdracht naar = new Overdracht(ontvanger, begin);
        try (Berichtstroom stroom = new Berichtstroom(bron.open())) {
            stroom.leesVooruit();
            Blik blik = Blik.op(stroom.begin(), schemas.woorden());
            Voorloop voorloop = new Voorloop(bron, schemas);
            Versie versie = vast.isPresent() ? vast.get() : versie(blik, voorloop);
            boolean zeker = vast.isPresent() || versie != Versie.V1_0 || !blik.kanTienWorden();
            Leesopdracht opdracht = new Leesopdracht(versie, vast.isPresent(), voorkennis, schemas);
            Vorm wortel = blik.isOmhuld() ? schemas.antwoord() : opdracht.vorm();
            try (JsonParser lezer = Lezers.op(stroom)) {
                Versiewachter wachter = new Versiewachter(naar, !zeker);
                Vormloper loper = new Vormloper(lezer, stroom.vooraf(), schemas, wortel, wachter);
                naar.volg(loper.pad());
                Berichtgang gang = new Berichtgang(stroom, loper, voorloop, naar, opdracht, wachter);
                return loop(gang, loper, blik.isOmhuld(), naar)
                        .orElseGet(() -> new Lezing.Gelezen(gang.versie(), naar.aantallen(), stroom.begintMetBom()));
            }
        }
    }

    private static Versie versie(Blik blik, Voorloop voorloop) throws IOException {
        return blik.versie(!blik.isZeker() && voorloop.heeft(Veld.CODE_GEGEVENSLEVERANCIER));
    }

    /// Empty when the walk came to the end of the message.
    private static Optional<Lezing> loop(Berichtgang gang, Vormloper loper, boolean omhuld, Overdracht naar)
            throws IOException {
        try {
            gang.loop(omhuld);
            return Optional.empty();
        } catch (JacksonException e) {
            if (naar.isBezig()) {
                throw e;
            }
            if (e.getCause() instanceof IOException oorzaak) {
                return Optional.of(geweigerd(oorzaak, loper, naar));
            }
            TokenStreamLocation plek = e.getLocation();
            Positie positie = plek == null ? loper.hier() : loper.plek(plek);
            loper.volgLezer(JsonFouten.isBijNaam(e));
            return Optional.of(geenJson(positie, JsonFouten.uitleg(e), JsonFouten.isGrens(e), naar));
        } catch (Weigering e) {
            return Optional.of(geweigerd(e, loper, naar));
        }
    }

    private static Lezing geweigerd(IOException oorzaak, Vormloper loper, Overdracht naar) throws IOException {
        if (!(oorzaak instanceof Weigering weigering)) {
            throw oorzaak;
        }
        return switch (weigering.reden()) {
            case Weigering.Reden.SlechteByte(long positie) -> {
                Positie plek = new Positie(positie, loper.hier().regel(), 1);
                yield new Lezing.GeenUtf8(naar.plaats(plek), naar.aantallen());
            }
            case Weigering.Reden.Json(Positie plek, String uitleg) -> geenJson(plek, uitleg, false, naar);
            case Weigering.Reden.Grens(Positie plek, String uitleg) -> geenJson(plek, uitleg, true, naar);
        };
    }

    private static Lezing geenJson(Positie plek, String uitleg, boolean grens, Overdracht naar) {
        return new Lezing.GeenJson(naar.plaats(plek), plek.kolom(), uitleg, grens, naar.aantallen());
    }
}
