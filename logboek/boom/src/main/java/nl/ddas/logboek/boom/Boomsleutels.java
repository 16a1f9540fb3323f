// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The keys by which logs sign: a file for each log in one folder, made when a log is new. The name of a key,
/// and so the origin of its log, is an address and the code of the log. Safe for many threads.
public final class Boomsleutels implements Function<String, NoteSigner> {

    private static final String EINDE = ".key";

    private final Path map;
    private final String adres;
    private final SecureRandom random;
    private final Map<String, NoteSigner> open = new ConcurrentHashMap<>();

    /// @param map folder for nobody but its owner
    /// @param adres where the trees are served, without `https://`: `logboek.voorbeeld.nl/boom`
    public Boomsleutels(Path map, String adres, SecureRandom random) {
        this.map = map;
        this.adres = adres;
        this.random = random;
    }

    /// The key of a log.
    ///
    /// @throws UncheckedIOException when the file cannot be used or made
    @Override
    public NoteSigner apply(String log) {
        return open.computeIfAbsent(log, this::read);
    }

    private NoteSigner read(String log) {
        String code = Boomweg.code(log);
        return read("log-" + code, adres + "/" + code);
    }

    /// The public half of the key of a log; empty when the log has none yet.
    ///
    /// @throws UncheckedIOException when the file cannot be read
    public Optional<VerifierKey> bekend(String log) {
        return Files.exists(map.resolve("log-" + Boomweg.code(log) + EINDE))
                ? Optional.of(apply(log).verifier())
                : Optional.empty();
    }

    /// The key by which we witness the logs of others.
    ///
    /// @param naam its name, without spaces and `+`
    /// @throws UncheckedIOException when the file cannot be used or made
    public NoteSigner getuige(String naam) {
        return read("getuige", naam);
    }

    private NoteSigner read(String file, String naam) {
        try {
            return NoteSigner.open(map.resolve(file + EINDE), naam, random);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
