// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// The mark that a file holds invented persons.
///
/// The schema leaves one free text in the header, `codeGegevensleverancier`, so the mark stands there:
/// `Voorbeeldsoft 4.2 (verzonnen gegevens)`. Production refuses a message that has it.
public final class Merk {

    /// What stands behind name and version.
    public static final String TEKST = "(verzonnen gegevens)";

    private Merk() {}

    /// Name and version with the mark.
    static String op(String naamEnVersie) {
        return naamEnVersie + " " + TEKST;
    }

    /// Whether a `codeGegevensleverancier` says that the data is invented.
    public static boolean staatIn(String codeGegevensleverancier) {
        return codeGegevensleverancier.contains(TEKST);
    }
}
