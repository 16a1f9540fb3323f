// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.basis.KeyedHash;
import nl.ddas.levering.model.Bsncijfers;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.levering.model.Schuldhulptraject;

/// Turns persons, addresses and trajecten into keyed 64-bit numbers, so that equal ones can be found and
/// nothing personal lies on disk: the first 8 bytes of HMAC-SHA256 under a secret key. Never 0; 0 means:
/// cannot be told.
///
/// With a key of its own for each run the numbers mean nothing afterwards; with a lasting key they can be
/// compared with an earlier delivery ([Vorige]). Not safe for several threads at once.
public final class Sleutelaar {

    private final KeyedHash hash;
    private byte[] invoer = new byte[256];
    private int lengte;

    /// @param sleutel at least 32 secret bytes
    public Sleutelaar(byte[] sleutel) {
        hash = new KeyedHash(sleutel);
    }

    /// The person: a BSN that passes the elfproef, else birth date, postcode, house number with addition, and
    /// sex. 0 when neither is there.
    public long persoon(Client client) {
        if (client.burgerservicenummer().isPresent()) {
            int bsn = Bsncijfers.getal(client.burgerservicenummer().get().waarde());
            if (Bsncijfers.elfproef(bsn)) {
                begin('B');
                getal(bsn);
                return eind();
            }
        }
        if (client.geboortedatum().isEmpty()) {
            return 0;
        }
        int dag = Geboortedag.lees(client.geboortedatum().get());
        if (dag == Geboortedag.GEEN || !adres('A', client)) {
            return 0;
        }
        getal(dag);
        tekst(Optional.of(geslacht(client).tekst()));
        return eind();
    }

    /// The address: postcode and house number with addition; 0 when one of the first two is missing.
    long adres(Client client) {
        return adres('H', client) ? eind() : 0;
    }

    /// The birth date as it is understood; 0 when there is no birth date.
    long kenmerken(Client client) {
        int dag = client.geboortedatum().isPresent()
                ? Geboortedag.lees(client.geboortedatum().get())
                : Geboortedag.GEEN;
        if (dag == Geboortedag.GEEN) {
            return 0;
        }
        begin('G');
        getal(dag);
        return eind();
    }

    /// The traject: its persons in any order, its startdatum and its gemeente; 0 when a person cannot be told.
    public long traject(Schuldhulptraject traject) {
        long personen = 0;
        for (int i = 0; i < traject.client().size(); i++) {
            long persoon = persoon(traject.client().get(i));
            if (persoon == 0) {
                return 0;
            }
            personen += persoon;
        }
        return personen == 0 ? 0 : traject(traject, personen);
    }

    /// The traject, when the sum of its persons is known already.
    long traject(Schuldhulptraject traject, long personen) {
        begin('T');
        getal((int) personen);
        getal((int) (personen >>> 32));
        getal(
                traject.startdatum().isPresent()
                        ? (int) traject.startdatum().get().toEpochDay()
                        : Integer.MIN_VALUE);
        getal(
                traject.gemeentecode().isPresent()
                        ? Gemeenten.getal(traject.gemeentecode().get())
                        : 0);
        return eind();
    }

    /// A name, such as that of an organisation.
    long naam(String naam) {
        begin('N');
        tekst(Optional.of(naam));
        return eind();
    }

    private static Geslacht geslacht(Client client) {
        return client.geslachtsaanduiding().map(Geslacht::geteld).orElse(Geslacht.ONBEKEND);
    }

    private boolean adres(char soort, Client client) {
        if (client.postcode().isEmpty() || client.huisnummer().isEmpty()) {
            return false;
        }
        begin(soort);
        tekst(client.postcode());
        tekst(client.huisnummer());
        tekst(client.huisnummertoevoeging());
        return true;
    }

    private void begin(char soort) {
        lengte = 0;
        invoer[lengte++] = (byte) soort;
    }

    private void getal(int getal) {
        ruimte(4);
        for (int i = 0; i < 4; i++) {
            invoer[lengte++] = (byte) (getal >>> (8 * i));
        }
    }

    /// Upper case without blanks, closed by a zero, so that `1 2A` and `12 a` are one and `1|2` and `12|` are
    /// not.
    private void tekst(Optional<String> tekst) {
        if (tekst.isPresent()) {
            String woord = tekst.get();
            for (int i = 0; i < woord.length(); i++) {
                char teken = woord.charAt(i);
                if (teken >= 0x80) {
                    byte[] rest = woord.substring(i).getBytes(StandardCharsets.UTF_8);
                    ruimte(rest.length);
                    System.arraycopy(rest, 0, invoer, lengte, rest.length);
                    lengte += rest.length;
                    break;
                }
                if (teken != ' ') {
                    ruimte(1);
                    invoer[lengte++] = (byte) (teken >= 'a' && teken <= 'z' ? teken - 32 : teken);
                }
            }
        }
        ruimte(1);
        invoer[lengte++] = 0;
    }

    private void ruimte(int nodig) {
        if (lengte + nodig > invoer.length) {
            invoer = Arrays.copyOf(invoer, Math.max(2 * invoer.length, lengte + nodig));
        }
    }

    private long eind() {
        byte[] uitkomst = hash.add(invoer, 0, lengte).end();
        long getal = 0;
        for (int i = 0; i < 8; i++) {
            getal = (getal << 8) | (uitkomst[i] & 0xff);
        }
        return getal == 0 ? 1 : getal;
    }
}
