// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.SealedFolder.SealedFile;
import nl.ddas.levering.model.Bron;

/// The sealed files of the collector: what was received, exactly as received, and what was made of it.
final class Bewijs {

    private final SealedFolder map;
    private final Path plek;
    private final Path sleutel;
    private final SecureRandom toeval;

    private Bewijs(SealedFolder map, Path plek, Path sleutel, SecureRandom toeval) {
        this.map = map;
        this.plek = plek;
        this.sleutel = sleutel;
        this.toeval = toeval;
    }

    /// @param plek folder of the sealed files, made when not there
    /// @param sleutel file with their key, outside that folder
    /// @throws IOException when one of the two cannot be opened
    static Bewijs open(Path plek, Path sleutel, SecureRandom toeval) throws IOException {
        return new Bewijs(SealedFolder.open(plek, sleutel, toeval), plek, sleutel, toeval);
    }

    /// A file being written; its failures are those of our disk, not of the other side.
    static final class Schrijver extends OutputStream {
        private final SealedFolder.Draft uit;

        private Schrijver(SealedFolder.Draft uit) {
            this.uit = uit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int begin, int aantal) throws IOException {
            try {
                uit.write(bytes, begin, aantal);
            } catch (IOException vol) {
                throw new OpslagStuk(vol);
            }
        }

        /// Puts the file in place, whole and synced.
        void bewaar() throws OpslagStuk {
            try {
                uit.keep();
                uit.close();
            } catch (IOException vol) {
                throw new OpslagStuk(vol);
            }
        }

        /// Leaves nothing behind when it was not kept.
        @Override
        public void close() throws IOException {
            try {
                uit.close();
            } catch (IOException vol) {
                throw new OpslagStuk(vol);
            }
        }
    }

    Schrijver schrijf(String bestand) throws OpslagStuk {
        try {
            return new Schrijver(map.write(bestand));
        } catch (IOException vol) {
            throw new OpslagStuk(vol);
        }
    }

    /// Writes a file unless it is there, also when several processes do so at once: the one that is first counts.
    ///
    /// @throws IOException when the disk fails
    void bewaarAlsAfwezig(String bestand, byte[] inhoud) throws IOException {
        // A link, other than a move, never takes the place of what is there.
        Path zijmap = Files.createTempDirectory(plek, ".nieuw-");
        try {
            SealedFolder naast = SealedFolder.open(zijmap, sleutel, toeval);
            try (SealedFolder.Draft uit = naast.write(bestand)) {
                uit.write(inhoud);
                uit.keep();
            }
            Files.createLink(plek.resolve(bestand), zijmap.resolve(bestand));
            try (FileChannel map = FileChannel.open(plek, StandardOpenOption.READ)) {
                map.force(true);
            }
        } catch (FileAlreadyExistsException ander) {
            // Somebody was first.
        } finally {
            Files.deleteIfExists(zijmap.resolve(bestand));
            Files.deleteIfExists(zijmap);
        }
    }

    /// Starts an answer: status and headers stand before the body.
    Schrijver antwoord(String bestand, HttpClient.Answer antwoord) throws IOException {
        StringBuilder kop =
                new StringBuilder("status: ").append(antwoord.status()).append('\n');
        antwoord.headers().lines().forEach(regel -> kop.append(regel.name())
                .append(": ")
                .append(regel.value())
                .append('\n'));
        byte[] bytes = kop.toString().getBytes(StandardCharsets.UTF_8);
        Schrijver uit = schrijf(bestand);
        new DataOutputStream(uit).writeInt(bytes.length);
        uit.write(bytes);
        return uit;
    }

    /// The body of an answer.
    Bron inhoud(String bestand) {
        return () -> {
            SealedFile verzegeld = map.file(bestand);
            try (DataInputStream begin = new DataInputStream(verzegeld.read(0, Integer.BYTES))) {
                long kop = Integer.BYTES + (long) begin.readInt();
                return met(verzegeld, verzegeld.read(kop, verzegeld.size() - kop));
            } catch (IOException | RuntimeException stuk) {
                verzegeld.close();
                throw stuk;
            }
        };
    }

    /// A file that was written with [#schrijf].
    InputStream lees(String bestand) throws IOException {
        SealedFile verzegeld = map.file(bestand);
        return met(verzegeld, verzegeld.read(0, verzegeld.size()));
    }

    boolean heeft(String bestand) {
        return map.has(bestand);
    }

    void verwijder(String bestand) throws IOException {
        map.delete(bestand);
    }

    /// Names of all files, in no order.
    List<String> bestanden() throws IOException {
        return map.names();
    }

    /// When a file was put in its place by the clock of the file system, empty when it is not there.
    Optional<Instant> gemaakt(String bestand) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(plek.resolve(bestand)).toInstant());
        } catch (NoSuchFileException weg) {
            return Optional.empty();
        }
    }

    private static InputStream met(SealedFile bestand, InputStream inhoud) {
        return new FilterInputStream(inhoud) {
            @Override
            public void close() throws IOException {
                super.close();
                bestand.close();
            }
        };
    }
}
