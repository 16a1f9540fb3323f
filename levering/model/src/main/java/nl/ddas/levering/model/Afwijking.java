// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

/// Something in a traject or header that the reader met but could not put into the model.
///
/// @param soort what is off
/// @param pad JSON pointer below the object it belongs to, such as `/client/0/Geboortedatum`
/// @param tekst the value as delivered, cut at 64 characters; may be personal data, so it is not printed
public record Afwijking(Soort soort, String pad, String tekst) {

    /// What can be off.
    public enum Soort {
        /// A field that the model does not know.
        ONBEKEND_VELD,
        /// null, an empty text or an empty object: read as absent.
        LEEG,
        /// A value of another JSON type than the model has, such as a number for a text.
        ANDER_TYPE,
        /// A text that is not in the list of the field.
        ONBEKENDE_WAARDE,
        /// A text that is not a date as the model writes it.
        GEEN_DATUM,
        /// A whole number too large to count with.
        BUITEN_BEREIK
    }

    @Override
    public String toString() {
        return "Afwijking[" + soort + " at " + pad + "]";
    }
}
