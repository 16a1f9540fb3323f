// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.ddas.fsc.model.CertificateBase64;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractSignature;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.SignatureType;
import nl.ddas.fsc.model.StrictJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads contracts from rows. Many contracts are signed with few certificates, and reading one takes as long as the
/// rest of a row: those read lately are remembered. Safe for many threads.
final class ContractRows {

    private static final int MOST = 1_000;

    private static final String SELECT = """
            SELECT c.content, s.peers, s.types, s.moments, s.jws, s.chains, c.created_at, c.hash
            FROM contract c CROSS JOIN LATERAL (
                SELECT array_agg(peer ORDER BY peer, type) AS peers, array_agg(type ORDER BY peer, type) AS types,
                       array_agg(signed_at ORDER BY peer, type) AS moments, array_agg(jws ORDER BY peer, type) AS jws,
                       array_agg(chain ORDER BY peer, type) AS chains
                FROM signature WHERE contract = c.hash) s
            """;

    private static final Logger LOG = LoggerFactory.getLogger(ContractRows.class);

    private final Map<Long, List<X509Certificate>> chains = new ConcurrentHashMap<>();
    private final Set<ContentHash> unreadable = ConcurrentHashMap.newKeySet();

    /// A contract as it stands in rows.
    ///
    /// @param chains where the chain of each signature stands
    /// @param place in the order of all
    private record Row(
            byte[] content,
            List<String> peers,
            List<String> types,
            List<Long> moments,
            List<String> jws,
            List<Long> chains,
            OpenQuery.Place place) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getBytes(1),
                    texts(row, 2),
                    texts(row, 3),
                    numbers(row, 4),
                    texts(row, 5),
                    numbers(row, 6),
                    new OpenQuery.Place(Instant.ofEpochSecond(row.getLong(7)), new ContentHash(row.getString(8))));
        }
    }

    /// What stands in one row.
    ///
    /// @param contract empty when it cannot be read
    record Stored(OpenQuery.Place place, Optional<Contract> contract) {}

    /// Reads one contract.
    ///
    /// @param which the rest of the statement, on a row `c`; at most one
    /// @param values binds its parameters
    ///
    /// @throws IllegalStateException when it cannot be read: it is not for us to change
    Optional<Contract> one(Handle handle, String which, UnaryOperator<Query> values) {
        return stored(handle, which, values).stream().findFirst().map(stored -> stored.contract()
                .orElseThrow(() -> new IllegalStateException("stored contract "
                        + stored.place().hash() + " cannot be read; was it written by a newer version?")));
    }

    /// Reads contracts in one question. One that cannot be read is left out.
    List<Contract> read(Handle handle, String which, UnaryOperator<Query> values) {
        return stored(handle, which, values).stream()
                .flatMap(one -> one.contract().stream())
                .toList();
    }

    /// As [#read], with the places of those that cannot be read.
    List<Stored> stored(Handle handle, String which, UnaryOperator<Query> values) {
        List<Row> rows = values.apply(handle.createQuery(SELECT + which))
                .map((row, context) -> Row.of(row))
                .list();
        Map<Long, List<X509Certificate>> used = chains(handle, rows);
        List<Stored> stored = rows.stream()
                .map(row -> new Stored(row.place(), contract(row, used)))
                .toList();
        stored.forEach(this::tell);
        return stored;
    }

    private void tell(Stored stored) {
        ContentHash hash = stored.place().hash();
        if (stored.contract().isPresent()) {
            unreadable.remove(hash);
        } else if (unreadable.size() < MOST && unreadable.add(hash)) {
            LOG.error("stored contract {} cannot be read; was it written by a newer version?", hash);
        }
    }

    /// Contracts that were left out since they were last read; of very many only some.
    Set<ContentHash> unreadable() {
        return Set.copyOf(unreadable);
    }

    /// A contract is no longer there.
    void forget(ContentHash hash) {
        unreadable.remove(hash);
    }

    private static Optional<Contract> contract(Row row, Map<Long, List<X509Certificate>> used) {
        List<ContractSignature> signatures = new ArrayList<>(row.peers().size());
        for (int i = 0; i < row.peers().size(); i++) {
            Optional<SignatureType> type = SignatureType.find(row.types().get(i));
            Optional<List<X509Certificate>> chain =
                    Optional.ofNullable(used.get(row.chains().get(i)));
            if (type.isEmpty() || chain.isEmpty()) {
                return Optional.empty();
            }
            signatures.add(new ContractSignature(
                    new PeerId(row.peers().get(i)),
                    type.get(),
                    Instant.ofEpochSecond(row.moments().get(i)),
                    row.jws().get(i),
                    chain.get()));
        }
        return content(row.content()).map(content -> new Contract(content, signatures));
    }

    /// The chains of all signatures in these rows that can be read, by where they stand.
    private Map<Long, List<X509Certificate>> chains(Handle handle, List<Row> rows) {
        Map<Long, List<X509Certificate>> used = new HashMap<>();
        Set<Long> unknown = new HashSet<>();
        rows.stream().flatMap(row -> row.chains().stream()).forEach(id -> Optional.ofNullable(chains.get(id))
                .ifPresentOrElse(known -> used.put(id, known), () -> unknown.add(id)));
        if (!unknown.isEmpty()) {
            handle.createQuery("SELECT id, certificates FROM chain WHERE id = ANY (:ids)")
                    .bindArray("ids", Long.class, List.copyOf(unknown))
                    .map((row, context) -> Map.entry(row.getLong(1), readable(row.getString(2))))
                    .list()
                    .forEach(found -> found.getValue().ifPresent(chain -> used.put(found.getKey(), chain)));
            remember(used);
        }
        return used;
    }

    private void remember(Map<Long, List<X509Certificate>> used) {
        if (chains.size() >= MOST) {
            chains.clear();
        }
        chains.putAll(used);
    }

    /// The texts in a column with an array; none when it holds nothing.
    static List<String> texts(ResultSet row, int column) throws SQLException {
        return row.getArray(column) == null
                ? List.of()
                : List.of((String[]) row.getArray(column).getArray());
    }

    private static List<Long> numbers(ResultSet row, int column) throws SQLException {
        return row.getArray(column) == null
                ? List.of()
                : List.of((Long[]) row.getArray(column).getArray());
    }

    private static Optional<ContractContent> content(byte[] stored) {
        // What was taken in stays readable when less is taken in later.
        return StrictJson.readAnswer(stored) instanceof StrictJson.Read read
                        && ContractContent.read(read.object()) instanceof ContentReading.Read good
                ? Optional.of(good.content())
                : Optional.empty();
    }

    /// Reads a chain as stored.
    ///
    /// @throws IllegalStateException when it cannot be read
    static List<X509Certificate> chain(String stored) {
        return readable(stored).orElseThrow(() -> new IllegalStateException("a stored certificate cannot be read"));
    }

    private static Optional<List<X509Certificate>> readable(String stored) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String der : List.of(stored.split(" ", -1))) {
            Optional<X509Certificate> one = CertificateBase64.read(der);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            certificates.add(one.get());
        }
        return Optional.of(List.copyOf(certificates));
    }

    /// A chain as stored: each certificate in DER and base64, leaf first.
    static String text(List<X509Certificate> chain) {
        return chain.stream().map(CertificateBase64::write).collect(Collectors.joining(" "));
    }
}
