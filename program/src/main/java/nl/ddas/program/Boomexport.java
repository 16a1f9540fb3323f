// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Database;
import nl.ddas.logboek.boom.Checkpoint;
import nl.ddas.logboek.boom.Export;
import nl.ddas.logboek.boom.PostgresBomen;
import nl.ddas.logboek.boom.SignedNote;
import nl.ddas.logboek.dienst.Blad;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.PostgresBladen;

/// Writes a log, or a period of it, with its proofs to a file that only its owner can read.
///
/// @param boom how the trees of the log are signed and witnessed
/// @param database of the log
record Boomexport(LogboekBoom boom, Database database) {

    private static final LocalDate EERSTE = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAATSTE = LocalDate.of(2262, 1, 1);
    private static final int BUFFER = 1 << 16;
    private static final FileAttribute<?> ALLEEN_VAN_MIJ =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// Days on which actions began, in UTC.
    ///
    /// @param van the first; empty for all before
    /// @param tot the last, included; empty for all after
    record Periode(Optional<LocalDate> van, Optional<LocalDate> tot) {

        static final Periode ALLES = new Periode(Optional.empty(), Optional.empty());

        private boolean isAlles() {
            return van.isEmpty() && tot.isEmpty();
        }
    }

    /// Writes the file, of one moment: lines, tree and evidence of removals belong together, whatever goes on
    /// meanwhile.
    ///
    /// @param log whose lines
    /// @param bestand does not exist yet
    /// @return how many leaves are in it
    /// @throws VerkeerdGebruik when the log has no tree yet, or not yet one with the evidence of the last removal
    /// @throws IOException when it cannot be written, or the log misses something
    long schrijf(String log, Periode periode, Path bestand) throws IOException {
        return database.snapshot(
                List.of(PostgresBladen.SCHEMA, PostgresBomen.SCHEMA),
                toen -> schrijf(log, periode, bestand, PostgresBomen.at(toen), PostgresBladen.at(toen)));
    }

    private long schrijf(String log, Periode periode, Path bestand, PostgresBomen bomen, PostgresBladen bladen)
            throws IOException {
        Export.Hoofd hoofd = hoofd(bomen, bladen, log);
        Files.createFile(bestand, ALLEEN_VAN_MIJ);
        try (OutputStream uit =
                new BufferedOutputStream(Files.newOutputStream(bestand, StandardOpenOption.WRITE), BUFFER)) {
            Export export =
                    Export.begin(new Export.Boom(bomen.tegels(log), bladen, log), hoofd, periode.isAlles(), uit);
            bladen.export(
                    new Houder(log),
                    periode.van().orElse(EERSTE),
                    periode.tot().orElse(LAATSTE),
                    blad -> voegToe(export, blad));
            return export.end();
        } catch (UncheckedIOException mislukt) {
            Files.deleteIfExists(bestand);
            throw new IOException(mislukt.getCause());
        } catch (IOException | RuntimeException mislukt) {
            // Half a file is no export, and stands in the way of the next.
            Files.deleteIfExists(bestand);
            throw mislukt;
        }
    }

    private Export.Hoofd hoofd(PostgresBomen bomen, PostgresBladen bladen, String log) {
        SignedNote checkpoint = bomen.checkpoint(log)
                .orElseThrow(() -> new VerkeerdGebruik(
                        "de boom van " + log + " is nog niet begonnen. Start het logboek: ddas logboek dienst"));
        long size = Checkpoint.read(checkpoint.text()).map(Checkpoint::size).orElse(0L);
        if (bladen.bewezen(new Houder(log)) > size) {
            throw new VerkeerdGebruik(
                    "er zijn net regels verwijderd, en het bewijs daarvan staat nog niet in de boom. Probeer het over een"
                            + " paar seconden opnieuw, en kijk of het logboek draait: dat maakt de boom");
        }
        return new Export.Hoofd(
                checkpoint,
                bomen.getuigd(log).filter(note -> !note.text().equals(checkpoint.text())),
                boom.sleutels(new SecureRandom()).bekend(log),
                boom.getuigen().stream().map(LogboekBoom.Getuige::sleutel).toList());
    }

    private static void voegToe(Export export, Blad blad) {
        try {
            switch (blad) {
                case Blad.Regel(long nummer, byte[] zout, byte[] vorm) -> export.regel(nummer, zout, vorm);
                case Blad.Bewijs(long nummer, byte[] zout, byte[] vorm) -> export.bewijs(nummer, zout, vorm);
                case Blad.Verwijderd(long nummer) -> export.weg(nummer);
            }
        } catch (IOException mislukt) {
            throw new UncheckedIOException(mislukt);
        }
    }
}
