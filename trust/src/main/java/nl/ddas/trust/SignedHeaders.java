// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.ddas.trust.JwsHeader.Value;

/// The signature over headers, form B: `sigD` says which (JAdES, ETSI TS 119 182-1, 5.2.8.2.2), here the digest alone.
final class SignedHeaders {

    /// By which `sigD` says that headers are signed.
    private static final String MECHANISM = "http://uri.etsi.org/19182/HttpHeaders";

    private static final String DIGEST = "digest";

    /// The end of a protected header of form B, behind `iat`.
    static final String PARAMETERS = ",\"b64\":false,\"sigD\":{\"mId\":\"" + MECHANISM + "\",\"pars\":[\"" + DIGEST
            + "\"]},\"crit\":[\"b64\",\"sigD\"]";

    private SignedHeaders() {}

    /// What is signed: name, colon, blank, value.
    static String line(String digest) {
        return DIGEST + ": " + digest;
    }

    /// What is signed of a message that was received: outer blanks are no part of a value, and values of the same name
    /// are one list.
    static String line(List<String> digests) {
        return line(digests.stream().map(String::strip).collect(Collectors.joining(", ")));
    }

    /// @throws Rejection when `sigD` asks for anything else than the digest of the body
    static void check(JwsHeader header) {
        if (!new Value.Truth(false).equals(header.members().get("b64"))) {
            throw refused("b64 ontbreekt; bij een handtekening over headers staat die op false");
        }
        if (!(header.members().get("sigD") instanceof Value.Members(Map<String, Value> sigD))) {
            throw refused("sigD is geen object");
        }
        if (!new Value.Text(MECHANISM).equals(sigD.get("mId"))) {
            throw refused("mId is niet " + MECHANISM);
        }
        if (!new Value.Texts(List.of(DIGEST)).equals(sigD.get("pars"))) {
            throw refused("pars is niet precies [\"" + DIGEST + "\"]");
        }
        if (!Set.of("mId", "pars").containsAll(sigD.keySet())) {
            throw refused("sigD noemt meer dan mId en pars");
        }
    }

    private static Rejection refused(String what) {
        return Refusal.HANDTEKENING_SIGD.because("De handtekening zegt niet goed over welke headers zij gaat: " + what
                + ". Verwacht: een handtekening over de inhoud zelf, of over de header Digest.");
    }
}
