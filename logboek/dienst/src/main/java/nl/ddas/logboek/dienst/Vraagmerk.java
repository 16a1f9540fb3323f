// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.KeyedHash;
import nl.ddas.logboek.model.Octetten;
import nl.ddas.logboek.model.TraceId;

/// What somebody asked, as 32 bytes from which nobody reads it: the same question gives the same bytes, so an
/// auditor who has the key can tell whether a certain question was asked. Keyed, because subjects are few
/// enough to try them all.
public final class Vraagmerk {

    private final byte[] key;

    /// @param key secret, of 16 bytes or more; the same for as long as the list of readings is kept
    public Vraagmerk(byte[] key) {
        this.key = key.clone();
    }

    /// Of a page; which page is no part of it.
    public Octetten of(Zoekvraag vraag) {
        List<String> delen = new ArrayList<>(List.of("zoek", Long.toString(vraag.vanaf()), Long.toString(vraag.tot())));
        delen.add(vraag.activiteit().map(one -> "a" + one).orElse(""));
        delen.add(vraag.betrokkene().map(one -> "b" + one).orElse(""));
        return of(delen);
    }

    /// Of a whole trace.
    public Octetten of(TraceId traceId) {
        return of(List.of("trace", traceId.hex()));
    }

    /// Of any question, by its parts in a fixed order.
    public Octetten of(List<String> delen) {
        KeyedHash hash = new KeyedHash(key);
        for (String deel : delen) {
            byte[] bytes = deel.getBytes(UTF_8);
            // With its length, so that parts cannot run over into each other.
            hash.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array())
                    .add(bytes);
        }
        return Octetten.of(hash.end());
    }
}
