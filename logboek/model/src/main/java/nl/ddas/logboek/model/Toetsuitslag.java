// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;

/// What becomes of a line that came in.
public sealed interface Toetsuitslag {

    /// It can be stored.
    ///
    /// @param waarschuwingen what the sender or an operator should know
    record Aangenomen(Logregel regel, List<Schending> waarschuwingen) implements Toetsuitslag {
        public Aangenomen {
            waarschuwingen = List.copyOf(waarschuwingen);
        }
    }

    /// It may be right after all; to be kept as it came until somebody has looked.
    ///
    /// @param schendingen what decided first
    record Quarantaine(Invoerregel regel, List<Schending> schendingen) implements Toetsuitslag {
        public Quarantaine {
            schendingen = List.copyOf(schendingen);
        }
    }

    /// It cannot be a line.
    ///
    /// @param schendingen what decided first
    record Geweigerd(Invoerregel regel, List<Schending> schendingen) implements Toetsuitslag {
        public Geweigerd {
            schendingen = List.copyOf(schendingen);
        }
    }

    /// Ordinary telemetry, passed over because the policy says so.
    record Genegeerd() implements Toetsuitslag {}
}
