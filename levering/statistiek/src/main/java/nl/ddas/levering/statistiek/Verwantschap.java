// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Arrays;

/// Orders the records so that those that share a person, directly or through others, stand together: a circle. What is
/// in different circles never meets.
final class Verwantschap {
    private final long[] kringEnPlek;

    Verwantschap(Herkenning herkenning) {
        int aantal = herkenning.bronnen().size();
        Samenhang samenhang = new Samenhang(herkenning.aantalPersonen());
        for (int plek = 0; plek < aantal; plek++) {
            verbind(samenhang, herkenning.personen(plek));
            verbind(samenhang, herkenning.bruikbaar(plek));
        }
        kringEnPlek = new long[aantal];
        for (int plek = 0; plek < aantal; plek++) {
            int[] wie = herkenning.personen(plek).length > 0 ? herkenning.personen(plek) : herkenning.bruikbaar(plek);
            // A record without persons is a circle of its own, numbered after all persons.
            long kring = wie.length > 0 ? samenhang.vind(wie[0]) : (long) herkenning.aantalPersonen() + plek;
            kringEnPlek[plek] = kring << 32 | plek;
        }
        Arrays.sort(kringEnPlek);
    }

    private static void verbind(Samenhang samenhang, int[] personen) {
        for (int i = 1; i < personen.length; i++) {
            samenhang.voegSamen(personen[0], personen[i]);
        }
    }

    /// Where the circle that begins here ends, exclusive.
    int eindeVanKring(int begin) {
        int einde = begin + 1;
        while (einde < kringEnPlek.length && kringEnPlek[einde] >>> 32 == kringEnPlek[begin] >>> 32) {
            einde++;
        }
        return einde;
    }

    /// The places of the records of a circle, ascending.
    int[] leden(int begin, int einde) {
        int[] leden = new int[einde - begin];
        for (int i = begin; i < einde; i++) {
            leden[i - begin] = (int) kringEnPlek[i];
        }
        return leden;
    }
}
