// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Gemeente;

/// The one or two persons of a traject; the same when they come back later.
record Huishouden(Bsns bsns) {

    private static final String LETTERS = "ABCDEGHJKLMNPRSTVWXZ";
    private static final int[][] LEEFTIJDEN = {{18, 26}, {27, 35}, {36, 45}, {46, 55}, {56, 65}, {66, 84}};
    private static final Kansen<Integer> LEEFTIJD = Kansen.<Integer>leeg()
            .met(12, 0)
            .met(27, 1)
            .met(26, 2)
            .met(19, 3)
            .met(11, 4)
            .met(5, 5);
    private static final Kansen<String> TOEVOEGING = Kansen.<String>leeg()
            .met(30, "A")
            .met(25, "B")
            .met(10, "C")
            .met(5, "D")
            .met(10, "1")
            .met(10, "2")
            .met(6, "bis")
            .met(4, "H");
    private static final double STEL = 0.17;

    /// The clients of a traject, living in `gemeente`.
    List<Client> clienten(Geval geval, Gemeente gemeente) {
        Zaad zaad = bsns.zaad().met(geval.plek()).met(1_000_000L + geval.persoonHalfjaar());
        RandomGenerator toeval = zaad.toeval();
        double geslacht = toeval.nextDouble();
        int geboren = geboortedag(toeval, geval.persoonStart());
        boolean stel = toeval.nextDouble() < STEL;
        Adres adres = adres(zaad.met(gemeente.code().nummer()).toeval(), gemeente);
        Client eerste =
                client(geval, 0, geboren, geslacht < 0.56 ? "Man" : geslacht < 0.995 ? "Vrouw" : "Onbekend", adres);
        if (!stel) {
            return List.of(eerste);
        }
        boolean man = (geslacht >= 0.56) != (toeval.nextDouble() < 0.08);
        int partner = Math.min(geboren + toeval.nextInt(-3000, 3000), volwassen(geval.persoonStart()));
        return List.of(eerste, client(geval, 1, partner, man ? "Man" : "Vrouw", adres));
    }

    private Client client(Geval geval, int welke, int geboren, String geslacht, Adres adres) {
        return new Client(
                Optional.of(bsns.van(geval.plek(), geval.persoon() + welke)),
                Optional.of(LocalDate.ofEpochDay(geboren).toString()),
                Optional.of(geslacht),
                Optional.of(adres.postcode),
                Optional.of(adres.huisnummer),
                adres.toevoeging);
    }

    private static int geboortedag(RandomGenerator toeval, int start) {
        int[] klasse = LEEFTIJDEN[LEEFTIJD.trek(toeval)];
        int jaren = Loting.tussen(toeval, klasse[0], klasse[1]);
        return (int) (start - (jaren + toeval.nextDouble()) * 365.2425) - 1;
    }

    private static int volwassen(int start) {
        return (int) (start - 18 * 365.2425) - 2;
    }

    private record Adres(String postcode, String huisnummer, Optional<String> toevoeging) {}

    private static Adres adres(RandomGenerator toeval, Gemeente gemeente) {
        int wijk = toeval.nextInt(1 + gemeente.inwoners() / 8000);
        int cijfers = 1000 + (int) Math.floorMod(Zaad.meng(gemeente.code().nummer() * 1000L + wijk), 9000L);
        char een = LETTERS.charAt(toeval.nextInt(LETTERS.length()));
        char twee = LETTERS.charAt(toeval.nextInt(LETTERS.length()));
        if (een == 'S' && (twee == 'A' || twee == 'D' || twee == 'S')) {
            twee = 'T';
        }
        return new Adres(
                cijfers + "" + een + twee,
                Integer.toString(1 + toeval.nextInt(240)),
                toeval.nextDouble() < 0.2 ? Optional.of(TOEVOEGING.trek(toeval)) : Optional.empty());
    }
}
