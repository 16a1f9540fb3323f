// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The keys by which a log signs now: one, or during a change of keys two with the same name. Then each checkpoint has
/// both signatures, and who knows one of the keys passes over the other (C2SP tlog-checkpoint, "Signatures").
///
/// @param huidig the key that others know
/// @param nieuw the key that will come in its place
public record Logsleutels(NoteSigner huidig, Optional<NoteSigner> nieuw) {

    /// One key.
    public Logsleutels(NoteSigner huidig) {
        this(huidig, Optional.empty());
    }

    /// @throws IllegalArgumentException when the keys have different names: these would be two logs
    public Logsleutels {
        if (nieuw.filter(one -> !one.verifier().naam().equals(huidig.verifier().naam()))
                .isPresent()) {
            throw new IllegalArgumentException("nieuw: expected a key with the name "
                    + huidig.verifier().naam() + ", got "
                    + nieuw.orElseThrow().verifier().naam());
        }
    }

    /// The origin of the log.
    public String naam() {
        return huidig.verifier().naam();
    }

    /// The public halves, that others know first.
    public List<VerifierKey> verifiers() {
        return Stream.concat(Stream.of(huidig), nieuw.stream())
                .map(NoteSigner::verifier)
                .toList();
    }

    /// A note with the signature of each key below it.
    ///
    /// @param text ends with a newline
    SignedNote sign(String text) {
        SignedNote note = huidig.sign(text);
        return nieuw.map(one -> note.with(one.sign(text).regels())).orElse(note);
    }

    /// Whether one of them signed it.
    boolean signed(SignedNote note) {
        return verifiers().stream().anyMatch(note::isSignedBy);
    }
}
