// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Purpose;

/// What a party asks: a certificate for each purpose, each with a key of its own, of which it showed that it has it.
///
/// @param requests PKCS#10 (RFC 2986) in DER
/// @param keys what is to be certified
public record PartyRequest(Holder holder, Map<Purpose, byte[]> requests, Map<Purpose, PublicKey> keys) {

    public PartyRequest {
        requests = Map.copyOf(requests);
        keys = Map.copyOf(keys);
    }

    /// What is to be certified for a purpose.
    public PublicKey key(Purpose purpose) {
        return Optional.ofNullable(keys.get(purpose)).orElseThrow();
    }

    /// First half of the SHA-256 of a key, in groups of four: to be read to each other over the telephone.
    public String fingerprint(Purpose purpose) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(key(purpose).getEncoded());
            return HexFormat.of().formatHex(hash, 0, 16).replaceAll("(.{4})(?!$)", "$1 ");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }

    /// For the journal: what came in, and nothing that was read from it.
    JsonObject toJson() {
        JsonObject json = JsonObject.EMPTY;
        for (Purpose purpose : Purpose.values()) {
            json = json.with(
                    purpose.word(),
                    Base64.getEncoder()
                            .encodeToString(
                                    Optional.ofNullable(requests.get(purpose)).orElseThrow()));
        }
        return json;
    }

    /// Reads again what came in.
    static RequestReading read(JsonObject json, CaSettings settings) {
        Map<Purpose, byte[]> requests = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            json.text(purpose.word())
                    .ifPresent(text -> requests.put(purpose, Base64.getDecoder().decode(text)));
        }
        return RequestReading.of(requests, settings);
    }

    /// Whether a text is a host that can stand in a request: a DNS name of two labels or more, no wildcard, no
    /// address.
    public static boolean isHost(String text) {
        return CaSettings.isDomain(text) && text.matches(".+\\.[^.]*[a-z][^.]*");
    }

    /// The purpose with this word.
    public static Optional<Purpose> purpose(String word) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.word().equals(word))
                .findFirst();
    }
}
