// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.ddas.basis.WholeFile;

/// The keys by which logs sign: a file for each log in one folder, made when a log is new; a second file while the key
/// is changed, and one with the public halves of keys of before. The name of a key, and so the origin of its log, is an
/// address and the code of the log. Safe for many threads.
///
/// A key is changed in three steps: [#draw] a new one, let the log sign with both until everybody knows the new one,
/// and [#finish].
public final class Boomsleutels implements Function<String, Logsleutels> {

    private static final String EINDE = ".key";
    /// No code of a log has a `~`.
    private static final String NIEUW = "~nieuw.key";
    private static final String VROEGER = "~vroeger";
    private static final String OWNER_ONLY = "rw-------";

    private final Path map;
    private final String adres;
    private final SecureRandom random;
    private final Map<String, Logsleutels> open = new ConcurrentHashMap<>();

    /// @param map folder for nobody but its owner
    /// @param adres where the trees are served, without `https://`: `logboek.voorbeeld.nl/boom`
    public Boomsleutels(Path map, String adres, SecureRandom random) {
        this.map = map;
        this.adres = adres;
        this.random = random;
    }

    /// The keys of a log; read once.
    ///
    /// @throws UncheckedIOException when a file cannot be used or made
    @Override
    public Logsleutels apply(String log) {
        return open.computeIfAbsent(log, this::read);
    }

    private Logsleutels read(String log) {
        NoteSigner huidig = read(file(log, EINDE), naam(log));
        Path nieuw = file(log, NIEUW);
        return new Logsleutels(huidig, Files.exists(nieuw) ? Optional.of(read(nieuw, naam(log))) : Optional.empty());
    }

    private String naam(String log) {
        return adres + "/" + Boomweg.code(log);
    }

    private Path file(String log, String einde) {
        return map.resolve("log-" + Boomweg.code(log) + einde);
    }

    /// The public halves of all keys that a log has or had, the one that others know first; none when the log has no
    /// key yet.
    ///
    /// @throws UncheckedIOException when a file cannot be read
    public List<VerifierKey> bekend(String log) {
        if (Files.notExists(file(log, EINDE))) {
            return List.of();
        }
        List<VerifierKey> all = new ArrayList<>(apply(log).verifiers());
        all.addAll(vroeger(log));
        return List.copyOf(all);
    }

    /// The public halves of keys that a log had, for checkpoints of then; the oldest first.
    ///
    /// @throws UncheckedIOException when the file cannot be read
    public List<VerifierKey> vroeger(String log) {
        return lines(file(log, VROEGER)).stream()
                .flatMap(line -> VerifierKey.read(line).stream())
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.notExists(file) ? List.of() : Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Begins to change the key of a log: draws the new one, by which the log signs too once it starts again.
    ///
    /// @return the public half; of the key that was drawn before, when there is one
    /// @throws UncheckedIOException when a file cannot be used or made
    public VerifierKey draw(String log) {
        NoteSigner nieuw = read(file(log, NIEUW), naam(log));
        open.remove(log);
        return nieuw.verifier();
    }

    /// Ends changing the key of a log: from the next start of the log only the new one signs. The old key is gone; its
    /// public half is kept.
    ///
    /// @param log one with a new key, by which its newest checkpoint is signed
    /// @throws UncheckedIOException when a file cannot be used or made
    public void finish(String log) {
        // As they stand there, also what cannot be read: whoever looks may still mend it.
        List<String> lines = new ArrayList<>(lines(file(log, VROEGER)));
        String huidig = read(file(log, EINDE), naam(log)).verifier().toString();
        // Stopped halfway, it is done again.
        if (!lines.contains(huidig)) {
            lines.add(huidig);
        }
        try {
            WholeFile.write(file(log, VROEGER), String.join("\n", lines) + "\n", OWNER_ONLY);
            Files.move(
                    file(log, NIEUW),
                    file(log, EINDE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        open.remove(log);
    }

    /// The key by which we witness the logs of others.
    ///
    /// @param naam its name, without spaces and `+`
    /// @throws UncheckedIOException when the file cannot be used or made
    public NoteSigner getuige(String naam) {
        return read(map.resolve("getuige" + EINDE), naam);
    }

    private NoteSigner read(Path file, String naam) {
        try {
            return NoteSigner.open(file, naam, random);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
