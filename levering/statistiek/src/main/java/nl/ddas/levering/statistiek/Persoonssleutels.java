// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import nl.ddas.levering.model.Geslacht;

/// The keys of one client: of the BSN, and of the address with the birth date. Holds no identifying text.
///
/// @param bsn [Sleutel#GEEN] when there is no BSN that counts
/// @param adres key of geboortedatum, postcode, huisnummer and toevoeging; [Sleutel#GEEN] when one of the first three
/// is missing
/// @param geslacht not part of `adres`, because unknown fits both
public record Persoonssleutels(Sleutel bsn, Sleutel adres, Geslacht geslacht) {
    /// Whether nothing recognises this client.
    public boolean isOnherkenbaar() {
        return !bsn.isBekend() && !adres.isBekend();
    }

    /// The key of the person: BSN first, else the fallback key with the sex; [Sleutel#GEEN] without either.
    public Sleutel persoon() {
        if (bsn.isBekend()) {
            return bsn;
        }
        return adres.isBekend() ? adres.met(geslacht) : Sleutel.GEEN;
    }

    /// The same client with the BSN that was found for it.
    Persoonssleutels metBsn(Sleutel gevonden) {
        return new Persoonssleutels(gevonden, adres, geslacht);
    }
}
