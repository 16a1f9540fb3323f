// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.SealedFolder;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Klus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes snapshots: reads the source once, writes each traject once.
final class Momentopnamemaker {

    private static final Logger LOG = LoggerFactory.getLogger(Momentopnamemaker.class);

    /// How making one ended.
    sealed interface Uitkomst {
        record Gelukt(Momentopname momentopname) implements Uitkomst {}

        /// @param fouten the first faults, ready to print
        /// @param aantal how many there are
        record Mislukt(Reden reden, List<Bronfout> fouten, long aantal) implements Uitkomst {}
    }

    /// Why there is no new snapshot.
    enum Reden {
        /// The source breaks the schema, and the settings refuse that.
        VORMFOUTEN,
        /// The source, or the disk, could not be read or written to the end.
        ONLEESBAAR,
        /// The source holds no levering of the period.
        GEEN_GEGEVENS
    }

    private final Gegevensbron bron;
    private final SealedFolder map;
    private final IndexOpslag opslag;
    private final BronConfig config;
    private final Bronregels regels;
    private final Clock clock;

    /// @param regels what is written into the log
    Momentopnamemaker(
            Gegevensbron bron,
            SealedFolder map,
            IndexOpslag opslag,
            BronConfig config,
            Bronregels regels,
            Clock clock) {
        this.regels = regels;
        this.bron = bron;
        this.map = map;
        this.opslag = opslag;
        this.config = config;
        this.clock = clock;
    }

    /// Makes a snapshot of the period. The index is written last: a snapshot without index is half done,
    /// and is cleared away at the next start.
    Uitkomst maak(Aanleverperiode periode) {
        try {
            return regels.momentopname(periode, () -> probeer(periode));
        } catch (IOException stuk) {
            return mislukt(stuk);
        }
    }

    /// Removes a snapshot, and accounts for that.
    ///
    /// @param klus removes its files
    /// @throws IOException what the work throws
    void vernietig(Momentopname oud, Klus<Boolean> klus) throws IOException {
        regels.vernietig(oud.index(), klus);
    }

    private Uitkomst probeer(Aanleverperiode periode) {
        Instant nu = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String id = vrijId(periode, clock.millis());
        try {
            return maak(periode, id, nu);
        } catch (IOException | UncheckedIOException stuk) {
            return mislukt(stuk);
        }
    }

    /// Two snapshots never share a name, also when the clock stands still or is put back.
    private String vrijId(Aanleverperiode periode, long stempel) {
        String id = Momentopname.nieuwId(periode, stempel);
        return map.has(Momentopname.trajecten(id)) ? vrijId(periode, stempel + 1) : id;
    }

    private static Uitkomst mislukt(Exception stuk) {
        LOG.warn(
                "reading the source or keeping the snapshot failed: {}",
                stuk.getClass().getSimpleName());
        String waar = stuk instanceof FileSystemException schijf ? String.valueOf(schijf.getFile()) : "";
        Bronfout fout =
                new Bronfout("bron", waar, "Lezen of bewaren mislukte. Kijk of de bron er is en of de schijf vol is.");
        return new Uitkomst.Mislukt(Reden.ONLEESBAAR, List.of(fout), 1);
    }

    private Uitkomst maak(Aanleverperiode periode, String id, Instant nu) throws IOException {
        Bronopname opname;
        try (SealedFolder.Draft uit = map.write(Momentopname.trajecten(id))) {
            opname = new Bronopname(periode, config.gegevens().bijVormfouten(), uit);
            bron.lees(periode, opname);
            Optional<Uitkomst.Mislukt> mislukt = opname.mislukt();
            if (mislukt.isPresent()) {
                return mislukt.get();
            }
            uit.keep();
        }
        // The settings go before what the source says of itself.
        String software = config.gegevens().software().or(opname::software).orElse("ddas bron");
        MomentopnameIndex index = opname.index(nu.atZone(Tijdzone.NEDERLAND).toOffsetDateTime(), software);
        try (SealedFolder.Draft uit = map.write(Momentopname.index(id))) {
            opslag.schrijf(index, uit);
            uit.keep();
        }
        regels.samengesteld(index, opname.vormfouten());
        return new Uitkomst.Gelukt(new Momentopname(id, index));
    }
}
