// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.SealedFolder.SealedFile;
import nl.ddas.levering.verkeer.Aanleverperiode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds the snapshots that are whole after a stop at any moment: those with an index that fits their
/// trajecten.
final class Herstel {

    private static final Logger LOG = LoggerFactory.getLogger(Herstel.class);

    private final SealedFolder map;
    private final IndexOpslag opslag;

    Herstel(SealedFolder map, IndexOpslag opslag) {
        this.map = map;
        this.opslag = opslag;
    }

    /// The newest whole snapshot of each period.
    Map<Aanleverperiode, Momentopname> lees() throws IOException {
        Map<Aanleverperiode, Momentopname> gevonden = new HashMap<>();
        for (String naam : map.names()) {
            Momentopname.idVanIndex(naam)
                    .flatMap(this::heel)
                    .ifPresent(momentopname -> gevonden.merge(momentopname.periode(), momentopname, Herstel::nieuwste));
        }
        return gevonden;
    }

    private static Momentopname nieuwste(Momentopname een, Momentopname ander) {
        return een.id().compareTo(ander.id()) > 0 ? een : ander;
    }

    private Optional<Momentopname> heel(String id) {
        try (SealedFile index = map.file(Momentopname.index(id));
                InputStream in = new BufferedInputStream(index.read(0, index.size()), 64 * 1024);
                SealedFile trajecten = map.file(Momentopname.trajecten(id))) {
            MomentopnameIndex gelezen = opslag.lees(in);
            if (trajecten.size() != gelezen.plek()[gelezen.aantal()]) {
                throw new IOException("the trajecten do not fit the index");
            }
            return Optional.of(new Momentopname(id, gelezen));
        } catch (IOException | RuntimeException stuk) {
            LOG.warn("snapshot {} is not whole, it is left out: {}", id, stuk.toString());
            return Optional.empty();
        }
    }
}
