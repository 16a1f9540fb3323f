// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/// Writes what cannot be seen as its JSON escape, such as `\u202E` for a change of direction: the value stays what it
/// is, and it cannot steer the terminal that shows it.
final class Zichttekens extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
        return standardAsciiEscapesForJSON();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int teken) {
        boolean halfPaar = Character.isBmpCodePoint(teken) && Character.isSurrogate((char) teken);
        return halfPaar || Toonbaar.isZichtbaar(teken) ? null : new SerializedString("\\u%04X".formatted(teken));
    }
}
