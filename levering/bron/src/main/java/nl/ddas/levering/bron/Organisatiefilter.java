// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Organisatie;

/// Finds the organisation that a request names: by name without looking at case, by KvK number, or by
/// gemeentecode in any of its four spellings.
final class Organisatiefilter implements Predicate<Organisatie> {

    private final String gevraagd;
    private final Optional<Gemeentecode> gemeente;

    Organisatiefilter(String gevraagd) {
        this.gevraagd = gevraagd.strip();
        this.gemeente = Gemeentecode.lees(this.gevraagd);
    }

    @Override
    public boolean test(Organisatie organisatie) {
        return isNaam(organisatie) || isKvk(organisatie) || isGemeente(organisatie);
    }

    private boolean isNaam(Organisatie organisatie) {
        return organisatie
                .statutaireNaam()
                .filter(naam -> naam.strip().equalsIgnoreCase(gevraagd))
                .isPresent();
    }

    private boolean isKvk(Organisatie organisatie) {
        return organisatie
                .kvkNummer()
                .filter(kvk -> kvk.strip().equals(gevraagd))
                .isPresent();
    }

    private boolean isGemeente(Organisatie organisatie) {
        return gemeente.isPresent()
                && organisatie.gemeentecode().flatMap(Gemeentecode::lees).equals(gemeente);
    }
}
