// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import nl.ddas.basis.Sha256;

/// The register of the same program, straight from its store.
///
/// @param kop address and title; what else it holds does not count
public record Opslagbron(Activiteiten activiteiten, Registerdocument kop) implements Registerbron {

    @Override
    public Antwoord fetch(String merk) {
        try {
            Registerdocument document = document();
            String now = Sha256.hex(Documentschrijver.whole(document).toBytes());
            return merk.equals(now) ? new Antwoord.Zelfde() : new Antwoord.Nieuw(document, now);
        } catch (RuntimeException broken) {
            // A store fails in ways of its own; whoever asks goes on with what he had.
            return new Antwoord.Weg("the store of the register does not answer: "
                    + broken.getClass().getSimpleName());
        }
    }

    /// All that is stored, as one document.
    public Registerdocument document() {
        return new Registerdocument(kop.base(), kop.title(), activiteiten.entities(), activiteiten.all());
    }
}
