// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.EnumSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/// A look at the first bytes of a message: is it a file or an answer of the API, and which version does it follow?
///
/// `schuldhulptrajecten` or `aanleverperiode...` at the root is 0.8. Fields that only old versions have, or no
/// `codeGegevensleverancier`, is 0.9, unless fields that 0.9 did not have yet speak against it.
/// `Beeindigingsbeschikking` as outcome of the intake is 0.10. All else is 1.0.
final class Blik {

    private static final Set<Veld> OUD = EnumSet.of(Veld.TOELATINGSBESCHIKKING, Veld.LEEFSITUATIE);
    private static final Set<Veld> NIEUW = EnumSet.of(
            Veld.SCHULDSOORT,
            Veld.BESCHIKKINGSSOORT,
            Veld.BESCHIKKINGSDATUM,
            Veld.INFORMATIE_EN_ADVIES,
            Veld.VOORLOPIGE_VOORZIENINGEN,
            Veld.VTLB,
            Veld.FUNCTIETITEL,
            Veld.DATUM_BEEINDIGINGSBESCHIKKING);
    private static final Set<Veld> VORIGE_EEUW =
            EnumSet.of(Veld.SCHULDHULPTRAJECTEN, Veld.AANLEVERPERIODE_STARTDATUM, Veld.AANLEVERPERIODE_EINDDATUM);

    private final Set<Veld> bovenaan = EnumSet.noneOf(Veld.class);
    private final Set<Veld> dieper = EnumSet.noneOf(Veld.class);
    private boolean beeindiging;
    private boolean omhuld;
    private boolean heel;
    private int bovenste = 1;

    private Blik() {}

    /// Looks at the first bytes, which may end anywhere.
    static Blik op(byte[] begin, Woordenlijst woorden) {
        Blik blik = new Blik();
        try (JsonParser lezer = Lezers.op(begin, 0, begin.length)) {
            if (lezer.nextToken() == JsonToken.START_OBJECT) {
                blik.kijk(lezer, woorden.zoeker());
            }
        } catch (JacksonException e) {
            return blik; // what was seen until here is all there is; the real walk says what is wrong
        }
        return blik;
    }

    /// Whether the message stands in the field `gegevens` of an answer.
    boolean isOmhuld() {
        return omhuld;
    }

    /// Whether these bytes say enough; if not, the root fields further on must decide.
    boolean isZeker() {
        return heel || heeftCode() || bovenaan.stream().anyMatch(VORIGE_EEUW::contains);
    }

    /// The version, told what stands at the root of the message further on.
    Versie versie(boolean codeVerderop) {
        if (bovenaan.stream().anyMatch(VORIGE_EEUW::contains)) {
            return Versie.V0_8;
        }
        boolean nieuw = dieper.stream().anyMatch(NIEUW::contains);
        boolean oud = dieper.stream().anyMatch(OUD::contains);
        boolean code = codeVerderop || heeftCode();
        boolean leeg = bovenaan.isEmpty();
        if (!nieuw && !leeg && (oud || !code)) {
            return Versie.V0_9;
        }
        boolean tien = beeindiging && !dieper.contains(Veld.DATUM_BEEINDIGINGSBESCHIKKING);
        return tien ? Versie.V0_10 : Versie.V1_0;
    }

    /// Whether a message of v1.0 may yet turn out to be one of v0.10.
    boolean kanTienWorden() {
        return !dieper.contains(Veld.DATUM_BEEINDIGINGSBESCHIKKING);
    }

    private boolean heeftCode() {
        return bovenaan.contains(Veld.CODE_GEGEVENSLEVERANCIER);
    }

    private void kijk(JsonParser lezer, PropertyNameMatcher zoeker) {
        int diepte = 1;
        while (diepte > 0) {
            int woord = lezer.nextNameMatch(zoeker);
            JsonToken token = lezer.currentToken();
            if (token == null) {
                return;
            }
            if (token == JsonToken.PROPERTY_NAME && Woordenlijst.isVeld(woord)) {
                veld(lezer, Woordenlijst.veld(woord), diepte);
                token = lezer.currentToken();
            }
            diepte += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isStructEnd() && diepte < bovenste) {
                heel = true;
                return;
            }
        }
    }

    private void veld(JsonParser lezer, Veld veld, int diepte) {
        if (diepte == 1 && veld == Veld.GEGEVENS && bovenaan.isEmpty()) {
            omhuld = true;
            if (lezer.nextToken() == JsonToken.START_OBJECT) {
                bovenste = 2;
            }
            return;
        }
        if (diepte == bovenste && veld != Veld.PAGINERING) {
            bovenaan.add(veld);
        } else {
            dieper.add(veld);
            if (veld == Veld.BESCHIKKINGSSOORT && lezer.nextToken() == JsonToken.VALUE_STRING) {
                beeindiging |= lezer.getString().equals("Beeindigingsbeschikking");
            }
        }
    }
}
