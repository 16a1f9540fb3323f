// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

/// Something that is wrong with a log.
///
/// @param soort what kind
/// @param nummer of the leaf, counted from 0; -1 when it is not about one
/// @param melding for people, Dutch; never content of a line
public record Boombevinding(Soort soort, long nummer, String melding) {

    /// When it is not about one leaf.
    public static final long GEEN = -1;

    /// What can be wrong. The names are stable, for who reads the report with a program.
    public enum Soort {
        /// The file is no export, or a line of it cannot be read.
        ONLEESBAAR,
        /// The file ends before its end.
        AFGEBROKEN,
        /// The checkpoint is not signed by the log.
        HANDTEKENING,
        /// A witness did not sign.
        GETUIGE,
        /// The tree is not the one that was signed.
        WORTEL,
        /// Part of the tree does not belong to it, or is not there.
        TEGEL,
        /// A line is not what it was.
        GEWIJZIGD,
        /// A line stands where another belongs.
        VERPLAATST,
        /// A line is not there.
        ONTBREEKT,
        /// A line is there that does not belong in the tree.
        TOEGEVOEGD,
        /// Lines do not come in their order.
        VOLGORDE,
        /// A line was removed, and nothing tells why.
        WEG_ZONDER_BEWIJS,
        /// An older checkpoint does not lead to this one: history was rewritten or cut off.
        VORIGE
    }
}
