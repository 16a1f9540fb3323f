// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.Canonical;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.StrictJson;

/// Content hash and grant hash of a contract with one connection Grant, from the tree and from the bytes, against the
/// digest alone: what is left when reading and canonical form cost nothing.
final class Hashmeting implements Meting {

    private static final int PER_RONDE = 5_000;
    private static final double DOEL_NANOS = 100_000;

    private static final String DIGEST = "SHA3-512 alone, twice";
    private static final String BOOM = "both hashes, from the tree";
    private static final String BYTES = "both hashes, from the bytes";

    private static final byte[] CONTRACT = """
            {"fsc_version":"1.0.0","iv":"0199a1b2-0000-7000-8000-000000000001","group_id":"fsc-example-group",
             "validity":{"not_before":1767225600,"not_after":1798761600},
             "grants":[{"data":{"type":"GRANT_TYPE_SERVICE_CONNECTION",
              "outway":{"peer_id":"00000099000000000002","identification":{
               "type":"OUTWAY_IDENTIFICATION_TYPE_PUBLIC_KEY_THUMBPRINT",
               "public_key_thumbprint":"3e6c5f554f0d0086a9ddfeae73c299309725109651aa678c0589e626850c1663"}},
              "service":{"type":"SERVICE_TYPE_SERVICE","peer_id":"00000099000000000001",
               "name":"DDAS-schuldhulpverlening-ophaal"}}}],
             "hash_algorithm":"HASH_ALGORITHM_SHA3_512","created_at":1767225600}
            """.getBytes(StandardCharsets.UTF_8);

    @Override
    public void meet(Werkplaats plek) throws IOException, InterruptedException {
        JsonObject boom = boom();
        byte[] canoniek = Canonical.bytes(boom);
        Uitslag uitslag = new Wedloop(10, 25)
                .met(DIGEST, () -> keer(() -> digest(canoniek)))
                .met(BOOM, () -> keer(() -> inhoud(boom)))
                .met(BYTES, () -> keer(() -> inhoud(boom())))
                .loop();
        plek.regel("%d bytes, canonical %d; %d contracts a round", CONTRACT.length, canoniek.length, PER_RONDE);
        for (String naam : List.of(DIGEST, BOOM, BYTES)) {
            double nanos = uitslag.mediaan(naam) / PER_RONDE;
            plek.regel(
                    "%-34s %8.1f microseconds (best %.1f)  target 100: %s",
                    naam,
                    nanos / 1e3,
                    uitslag.beste(naam) / PER_RONDE / 1e3,
                    nanos < DOEL_NANOS ? "reached" : "NOT reached");
        }
    }

    private static void keer(Runnable werk) {
        for (int i = 0; i < PER_RONDE; i++) {
            werk.run();
        }
    }

    private static void digest(byte[] canoniek) {
        try {
            byte[] eerste = MessageDigest.getInstance("SHA3-512").digest(canoniek);
            if (MessageDigest.getInstance("SHA3-512").digest(canoniek).length != eerste.length) {
                throw new IllegalStateException("expected digests of one length");
            }
        } catch (NoSuchAlgorithmException stuk) {
            throw new IllegalStateException("every Java has SHA3-512", stuk);
        }
    }

    private static void inhoud(JsonObject boom) {
        if (!(ContractContent.read(boom) instanceof ContentReading.Read(ContractContent contract))
                || contract.grantHashes().size() != 1) {
            throw new IllegalStateException("expected a contract with one grant");
        }
    }

    private static JsonObject boom() {
        if (StrictJson.read(CONTRACT) instanceof StrictJson.Read(JsonObject boom)) {
            return boom;
        }
        throw new IllegalStateException("expected JSON");
    }
}
