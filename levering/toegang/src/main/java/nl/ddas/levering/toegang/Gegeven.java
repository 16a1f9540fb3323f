// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The datum that a rule is about.
public sealed interface Gegeven {

    /// All that is delivered.
    record AllesWatGeleverdWordt() implements Gegeven {
        @Override
        public String tekst() {
            return ALLES;
        }
    }

    /// All of the trajecten of one gemeente.
    ///
    /// @param code four digits, as in the traject
    record VanGemeente(String code) implements Gegeven {
        /// Whether a text has the form of such a code.
        static boolean isCode(String tekst) {
            return tekst.matches("[0-9]{4}");
        }

        @Override
        public String tekst() {
            return GEMEENTE + code;
        }
    }

    /// One part of every traject, beside what says which traject it is.
    ///
    /// @param naam member of a traject in the exchange model, such as `intake`
    record Veldgroep(String naam) implements Gegeven {
        @Override
        public String tekst() {
            return VELDGROEP + naam;
        }
    }

    /// How [AllesWatGeleverdWordt] is written.
    String ALLES = "alles";

    /// What is written before the code of a gemeente.
    String GEMEENTE = "gemeente ";

    /// What is written before the name of a group of fields.
    String VELDGROEP = "veldgroep ";

    /// As it stands in a policy: `alles`, `gemeente 0363`, `veldgroep intake`.
    String tekst();

    /// Reads what [#tekst] writes.
    ///
    /// @return empty for another text
    static Optional<Gegeven> lees(String tekst) {
        Pattern veldgroep = Pattern.compile("[A-Za-z]{1,64}");
        if (tekst.equals(ALLES)) {
            return Optional.of(new AllesWatGeleverdWordt());
        }
        return na(GEMEENTE, tekst, VanGemeente::isCode)
                .<Gegeven>map(VanGemeente::new)
                .or(() -> na(VELDGROEP, tekst, veldgroep.asMatchPredicate()).map(Veldgroep::new));
    }

    private static Optional<String> na(String begin, String tekst, Predicate<String> rest) {
        return Optional.of(tekst)
                .filter(geheel -> geheel.startsWith(begin))
                .map(geheel -> geheel.substring(begin.length()).strip())
                .filter(rest);
    }
}
