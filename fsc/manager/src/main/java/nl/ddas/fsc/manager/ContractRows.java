// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.StrictJson;
import nl.ddas.trust.Chains;
import org.jdbi.v3.core.Handle;

/// Contracts as rows.
final class ContractRows {

    private ContractRows() {}

    /// Reads contracts, in the order of the hashes.
    static List<Contract> read(Handle handle, List<String> hashes) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        Map<String, byte[]> contents = new HashMap<>();
        handle.createQuery("SELECT hash, content FROM contract WHERE hash = ANY (:hashes)")
                .bindArray("hashes", String.class, hashes)
                .map((row, context) -> contents.put(row.getString(1), row.getBytes(2)))
                .list();
        Map<String, List<ContractSignature>> signatures = new HashMap<>();
        handle.createQuery("""
                        SELECT contract, peer, type, signed_at, jws, chain FROM signature
                        WHERE contract = ANY (:hashes) ORDER BY contract, peer, type
                        """)
                .bindArray("hashes", String.class, hashes)
                .map((row, context) -> signatures
                        .computeIfAbsent(row.getString(1), hash -> new ArrayList<>())
                        .add(signature(row)))
                .list();
        return hashes.stream()
                .filter(contents::containsKey)
                .map(hash -> new Contract(
                        content(contents.getOrDefault(hash, new byte[0])), signatures.getOrDefault(hash, List.of())))
                .toList();
    }

    private static ContractContent content(byte[] stored) {
        if (StrictJson.read(stored) instanceof StrictJson.Read read
                && ContractContent.read(read.object()) instanceof ContentReading.Read good) {
            return good.content();
        }
        throw new IllegalStateException("a stored contract cannot be read; was it written by a newer version?");
    }

    private static ContractSignature signature(ResultSet row) throws SQLException {
        return new ContractSignature(
                new PeerId(row.getString(2)),
                SignatureType.find(row.getString(3)).orElseThrow(),
                Instant.ofEpochSecond(row.getLong(4)),
                row.getString(5),
                chain(row.getString(6)));
    }

    /// Reads a chain as stored.
    static List<X509Certificate> chain(String stored) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String der : List.of(stored.split(" ", -1))) {
            certificates.add(Chains.read(Base64.getDecoder().decode(der))
                    .orElseThrow(() -> new IllegalStateException("a stored certificate cannot be read")));
        }
        return certificates;
    }

    /// A chain as stored: each certificate in DER and base64, leaf first.
    static String text(List<X509Certificate> chain) {
        return chain.stream().map(ContractRows::base64).collect(Collectors.joining(" "));
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("a certificate that was read can be written", broken);
        }
    }
}
