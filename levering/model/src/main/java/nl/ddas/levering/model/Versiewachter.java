// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// Notices during the walk that a message taken for v1.0 is one of v0.10: they differ in one value of one field, which
/// may come for the first time after a thousand trajecten.
final class Versiewachter implements Vormmelder {

    private static final String PLEK = "/" + Veld.INTAKE.naam() + "/" + Veld.BESCHIKKINGSSOORT.naam();
    private static final String WAARDE = "\"" + VanVersie10.BEEINDIGINGSBESCHIKKING + "\"";

    private final Vormmelder naar;
    private boolean let;
    private boolean oud;
    private Optional<Runnable> achtergehouden = Optional.empty();

    /// @param let false when the version is certain
    Versiewachter(Vormmelder naar, boolean let) {
        this.naar = naar;
        this.let = let;
    }

    @Override
    public void meld(Vormfout.Soort soort, String pointer, Positie plek, String verwacht, String gevonden) {
        boolean sluit = soort == Vormfout.Soort.ENUM && gevonden.equals(WAARDE) && pointer.endsWith(PLEK);
        if (let && sluit) {
            achtergehouden = Optional.of(() -> naar.meld(soort, pointer, plek, verwacht, gevonden));
        } else if (!oud || !sluit) {
            naar.meld(soort, pointer, plek, verwacht, gevonden);
        }
    }

    /// Whether the traject just read shows that the message is one of v0.10. A message that uses the field of v1.0 for
    /// the same thing is not: there the value is an error.
    boolean isOud(Schuldhulptraject traject) {
        if (!let) {
            return false;
        }
        boolean nieuw = traject.uitstroom()
                .filter(uitstroom -> uitstroom.datumBeeindigingsbeschikking().isPresent())
                .isPresent();
        if (nieuw) {
            let = false;
            achtergehouden.ifPresent(Runnable::run);
        } else if (achtergehouden.isPresent()) {
            let = false;
            oud = true;
        }
        return oud;
    }
}
