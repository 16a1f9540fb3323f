// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Geslacht;
import nl.ddas.levering.model.Schuldhulptraject;

/// Gathers keyed hashes of persons, addresses and trajecten over a delivery and reports at its end what
/// occurs more often than it should: L-05, K-12, K-13 and K-14. 16 bytes a traject or client each, on disk
/// beyond a limit.
final class Kruistelling {

    private static final int GROOTSTE_GROEP = 1 << 17;
    private static final int VEEL_OP_ADRES = 10;
    private static final int DAGEN = (1 << 17) - 1;
    private static final long EERSTE_DAG = LocalDate.of(1900, 1, 1).toEpochDay();

    private static final int DUBBEL_TRAJECT = 0;
    private static final int ANDERE_GEBOORTEDATUM = 1;
    private static final int ANDER_GESLACHT = 2;
    private static final int TEGELIJK = 3;
    private static final int ZELFDE_ADRES = 4;

    /// What is reported about a traject.
    sealed interface Melding {
        /// Serial number of the traject.
        int nummer();
    }

    /// L-05: the same traject was there already.
    ///
    /// @param eerste serial number of the first time
    record DubbelTraject(int nummer, int eerste) implements Melding {}

    /// K-12: of one person another geboortedatum.
    ///
    /// @param client index of the client, from 0
    record AndereGeboortedatum(int nummer, int client) implements Melding {}

    /// K-12: of one person another geslacht.
    ///
    /// @param client index of the client, from 0
    record AnderGeslacht(int nummer, int client) implements Melding {}

    /// K-13 or K-14: more than there should be.
    ///
    /// @param client index of the client, from 0
    record Aantal(int nummer, int client, String code, long aantal) implements Melding {}

    /// Receives the reports in the order of the trajecten.
    @FunctionalInterface
    interface Meldingen {
        void meld(Melding melding) throws IOException;
    }

    private final Werkmap werkmap;
    private final int limiet;
    private final Sleutelaar sleutelaar;
    private final Groepeerder trajecten;
    private final Groepeerder kenmerken;
    private final Groepeerder perioden;
    private final Groepeerder adressen;

    Kruistelling(Werkmap werkmap, int limiet, Sleutelaar sleutelaar) {
        this.werkmap = werkmap;
        this.limiet = limiet;
        this.sleutelaar = sleutelaar;
        this.trajecten = new Groepeerder(werkmap, limiet, GROOTSTE_GROEP);
        this.kenmerken = new Groepeerder(werkmap, limiet, GROOTSTE_GROEP);
        this.perioden = new Groepeerder(werkmap, limiet, 4096);
        this.adressen = new Groepeerder(werkmap, limiet, GROOTSTE_GROEP);
    }

    /// @param nummer serial number of the traject in the delivery, from 0
    /// @param levering serial number of the levering in the delivery
    void tel(Schuldhulptraject traject, int nummer, int levering) throws IOException {
        long personen = 0;
        boolean herkenbaar = !traject.client().isEmpty();
        for (int i = 0; i < traject.client().size(); i++) {
            Client client = traject.client().get(i);
            long persoon = sleutelaar.persoon(client);
            long verwijzing = ((long) nummer << 1) | Math.min(i, 1);
            if (persoon == 0) {
                herkenbaar = false;
            } else {
                personen += persoon;
                perioden.voegToe(persoon, periode(traject) | nummer);
                if (client.burgerservicenummer().isPresent()) {
                    kenmerken.voegToe(persoon, (verwijzing << 32) | kenmerk(client));
                }
                long adres = sleutelaar.adres(client);
                if (adres != 0) {
                    adressen.voegToe(adres, (persoon & 0xffff_ffff_0000_0000L) | (verwijzing & 0xffff_ffffL));
                }
            }
        }
        if (herkenbaar) {
            long zelfde = sleutelaar.traject(traject, personen);
            trajecten.voegToe(zelfde ^ (levering * 0x9E37_79B9_7F4A_7C15L), nummer);
        }
    }

    /// Start and end as day numbers of 17 bits each, above the 30 bits of a serial number.
    private static long periode(Schuldhulptraject traject) {
        return (dag(traject.startdatum(), 0) << 47) | (dag(eind(traject), DAGEN) << 30);
    }

    private static Optional<LocalDate> eind(Schuldhulptraject traject) {
        return traject.einddatum().isPresent() || traject.uitstroom().isEmpty()
                ? traject.einddatum()
                : traject.uitstroom().get().datum();
    }

    private static long dag(Optional<LocalDate> datum, int afwezig) {
        return datum.isPresent() ? Math.clamp(datum.get().toEpochDay() - EERSTE_DAG, 0, DAGEN) : afwezig;
    }

    /// 30 bits for the birth date and 2 for the sex, 0 where unknown.
    private long kenmerk(Client client) {
        long dag = sleutelaar.kenmerken(client) >>> 34;
        return (dag << 2) | geslacht(client);
    }

    private static int geslacht(Client client) {
        Optional<Geslacht> geslacht = client.geslachtsaanduiding().map(Geslacht::geteld);
        return geslacht.isEmpty()
                ? 0
                : switch (geslacht.get()) {
                    case MAN -> 1;
                    case VROUW -> 2;
                    case ONBEKEND, LEEG -> 0;
                };
    }

    /// Reports everything, in the order of the trajecten. To be called once.
    void besluit(Meldingen meldingen) throws IOException {
        Groepeerder uitkomsten = new Groepeerder(werkmap, limiet, GROOTSTE_GROEP);
        trajecten.perSleutel(2, (sleutel, leden, aantal) -> {
            for (int i = 1; i < aantal; i++) {
                uitkomsten.voegToe(leden[i], uitkomst(DUBBEL_TRAJECT, 0, leden[0]));
            }
        });
        kenmerken.perSleutel(2, (sleutel, leden, aantal) -> kenmerken(leden, aantal, uitkomsten));
        perioden.perSleutel(2, (sleutel, leden, aantal) -> perioden(leden, aantal, uitkomsten));
        adressen.perSleutel(VEEL_OP_ADRES + 1, (sleutel, leden, aantal) -> adressen(leden, aantal, uitkomsten));
        uitkomsten.perSleutel(1, (nummer, leden, aantal) -> {
            for (int i = 0; i < aantal; i++) {
                meldingen.meld(melding((int) nummer, leden[i]));
            }
        });
    }

    private static void kenmerken(long[] leden, int aantal, Groepeerder uitkomsten) throws IOException {
        long dag = 0;
        long geslacht = 0;
        for (int i = 0; i < aantal; i++) {
            long ditGeslacht = leden[i] & 3;
            long dezeDag = (leden[i] >>> 2) & 0x3fff_ffffL;
            long nummer = leden[i] >>> 33;
            int client = (int) ((leden[i] >>> 32) & 1);
            if (dag != 0 && dezeDag != 0 && dezeDag != dag) {
                uitkomsten.voegToe(nummer, uitkomst(ANDERE_GEBOORTEDATUM, client, 0));
                return;
            }
            if (geslacht != 0 && ditGeslacht != 0 && ditGeslacht != geslacht) {
                uitkomsten.voegToe(nummer, uitkomst(ANDER_GESLACHT, client, 0));
                return;
            }
            dag = dezeDag == 0 ? dag : dezeDag;
            geslacht = ditGeslacht == 0 ? geslacht : ditGeslacht;
        }
    }

    /// The largest number of trajecten of one person on one day; references come in order of start.
    private static void perioden(long[] leden, int aantal, Groepeerder uitkomsten) throws IOException {
        int meeste = 1;
        long bij = 0;
        for (int i = 1; i < aantal; i++) {
            long start = leden[i] >>> 47;
            int tegelijk = 1;
            for (int j = 0; j < i; j++) {
                boolean zelfde = (leden[j] & 0x3fff_ffffL) == (leden[i] & 0x3fff_ffffL);
                tegelijk += !zelfde && ((leden[j] >>> 30) & DAGEN) >= start ? 1 : 0;
            }
            if (tegelijk > meeste) {
                meeste = tegelijk;
                bij = leden[i] & 0x3fff_ffffL;
            }
        }
        if (meeste > 1) {
            uitkomsten.voegToe(bij, uitkomst(TEGELIJK, 0, meeste));
        }
    }

    /// How many different persons; references come in order of person.
    private static void adressen(long[] leden, int aantal, Groepeerder uitkomsten) throws IOException {
        long personen = 0;
        long eerste = Long.MAX_VALUE;
        for (int i = 0; i < aantal; i++) {
            if (i == 0 || (leden[i] >>> 32) != (leden[i - 1] >>> 32)) {
                personen++;
            }
            eerste = Math.min(eerste, leden[i] & 0xffff_ffffL);
        }
        if (personen > VEEL_OP_ADRES) {
            uitkomsten.voegToe(eerste >>> 1, uitkomst(ZELFDE_ADRES, (int) (eerste & 1), personen));
        }
    }

    private static long uitkomst(int soort, int client, long getal) {
        return ((long) soort << 56) | ((long) client << 48) | getal;
    }

    private static Melding melding(int nummer, long uitkomst) {
        int client = (int) ((uitkomst >>> 48) & 0xff);
        long getal = uitkomst & 0xffff_ffff_ffffL;
        int soort = (int) (uitkomst >>> 56);
        return switch (soort) {
            case DUBBEL_TRAJECT -> new DubbelTraject(nummer, (int) getal);
            case ANDERE_GEBOORTEDATUM -> new AndereGeboortedatum(nummer, client);
            case ANDER_GESLACHT -> new AnderGeslacht(nummer, client);
            case TEGELIJK -> new Aantal(nummer, client, "K-13", getal);
            case ZELFDE_ADRES -> new Aantal(nummer, client, "K-14", getal);
            default -> throw new IllegalStateException("unknown kind of outcome " + soort);
        };
    }
}
