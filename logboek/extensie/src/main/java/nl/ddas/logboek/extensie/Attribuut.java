// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;

/// A key that an extension adds.
///
/// @param nummer place in the list, from 0
/// @param locatie `attributes` or `resource`
/// @param soort `String` or `List`
/// @param items of a list: `String` or `object`
/// @param codering of objects in a list: `json-string` or `kvlist`
/// @param waardesoort `uuid`, `date`, `integer`, `uri`, `url`, `enum`, `text` or `digest`
/// @param patroon regular expression for each value
/// @param keuzes the only values; empty when free
/// @param verwijzing `none`, `register`, `catalogue` or `external`
/// @param detailniveau `1`, `2` or `3`
/// @param persoonsgegeven `none`, `organisation`, `indirect`, `direct` or `pseudonym`
/// @param uitwisseling empty when the value never goes along to another organisation, else how it does
/// @param zelfdeAls address of the standard that defines this value
/// @param kenmerken what the value is about, such as `user_identity`
/// @param voorbeelden each one value, or several for a list
public record Attribuut(
        int nummer,
        String sleutel,
        String locatie,
        String soort,
        String items,
        String codering,
        String waardesoort,
        String patroon,
        List<String> keuzes,
        String verwijzing,
        String detailniveau,
        String persoonsgegeven,
        Vereiste vereiste,
        String uitwisseling,
        String zelfdeAls,
        List<String> kenmerken,
        String samenvatting,
        String omschrijving,
        List<List<String>> voorbeelden) {

    /// JSON pointer of a part of it in the definition.
    String pointer(String deel) {
        return Wijzer.into(Wijzer.into("/attributes", nummer), deel);
    }

    /// JSON pointer of its key.
    String pointer() {
        return pointer("key");
    }

    /// The segments of the key.
    List<String> segments() {
        return List.of(sleutel.split("\\.", -1));
    }

    /// Whether it refers to a register, catalogue or other list elsewhere.
    boolean isVerwijzing() {
        return !verwijzing.isEmpty() && !verwijzing.equals("none");
    }

    boolean isResource() {
        return locatie.equals("resource");
    }

    boolean isLijst() {
        return soort.equals("List");
    }
}
