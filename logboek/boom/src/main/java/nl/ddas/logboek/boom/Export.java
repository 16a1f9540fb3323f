// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes a log with its proofs to one file, for who wants to keep or check it: lines of JSON, in constant
/// memory however large the log is. Tiles go before what hangs below them, so that a reader can check each line
/// as it comes.
///
/// Lines come in the order of their leaves; of leaves between them only the commitment goes in. Not safe for
/// many threads.
public final class Export {

    /// The tree that is exported.
    ///
    /// @param bladen what stands in its leaves
    /// @param log which of the logs there
    public record Boom(Tegels tegels, Bladbron bladen, String log) {}

    /// What was signed, and with which keys.
    ///
    /// @param checkpoint the newest
    /// @param getuigd the newest that a witness signed, when that is an older one
    /// @param sleutels keys of the log
    /// @param getuigen keys of witnesses
    public record Hoofd(
            SignedNote checkpoint,
            Optional<SignedNote> getuigd,
            List<VerifierKey> sleutels,
            List<VerifierKey> getuigen) {

        public Hoofd {
            sleutels = List.copyOf(sleutels);
            getuigen = List.copyOf(getuigen);
        }
    }

    private final Boom boom;
    private final boolean isAlles;
    private final OutputStream naar;
    private final long size;
    private final Map<Integer, Long> open = new HashMap<>();
    private byte[] rij = new byte[0];
    private long next;
    private long count;

    private Export(Boom boom, long size, boolean isAlles, OutputStream naar) {
        this.boom = boom;
        this.size = size;
        this.isAlles = isAlles;
        this.naar = naar;
    }

    /// Begins a file.
    ///
    /// @param isAlles whether every leaf goes in; else only tiles of which a line goes in
    /// @param naar not closed
    /// @throws IOException when tiles cannot be had, or it cannot be written
    /// @throws IllegalArgumentException when what was signed is no checkpoint
    public static Export begin(Boom boom, Hoofd hoofd, boolean isAlles, OutputStream naar) throws IOException {
        long size = size(hoofd.checkpoint());
        List<Hash> consistentie = hoofd.getuigd().isEmpty()
                ? List.of()
                : new Boombewijs(boom.tegels(), size)
                        .consistency(size(hoofd.getuigd().get()));
        Export export = new Export(boom, size, isAlles, naar);
        export.line(new Exportkop(
                isAlles, hoofd.checkpoint(), hoofd.getuigd(), consistentie, hoofd.sleutels(), hoofd.getuigen()));
        for (Tegel tegel : Tegel.edge(size)) {
            export.tile(tegel);
        }
        return export;
    }

    private static long size(SignedNote note) {
        return Checkpoint.read(note.text())
                .orElseThrow(() -> new IllegalArgumentException("expected a checkpoint"))
                .size();
    }

    /// Adds a line. One that is newer than the checkpoint is passed over.
    ///
    /// @param nummer of its leaf, higher than of the one before
    /// @throws IOException when a commitment is missing, or it cannot be written
    public void regel(long nummer, byte[] zout, byte[] vorm) throws IOException {
        add(nummer, new Bladinhoud.Aanwezig(zout, vorm, false));
    }

    /// Adds the record of a removal, which is a leaf too.
    ///
    /// @param nummer of its leaf, higher than of the one before
    /// @throws IOException when a commitment is missing, or it cannot be written
    public void bewijs(long nummer, byte[] zout, byte[] vorm) throws IOException {
        add(nummer, new Bladinhoud.Aanwezig(zout, vorm, true));
    }

    private void add(long nummer, Bladinhoud inhoud) throws IOException {
        if (nummer < next) {
            throw new IllegalArgumentException("lines come in the order of their leaves");
        }
        if (nummer < size) {
            skipTo(nummer);
            openTile();
            leaf(inhoud);
        }
    }

    /// Adds a leaf whose line was removed because its time was over.
    ///
    /// @param nummer of its leaf, higher than of the one before
    /// @throws IOException when a commitment is missing, or it cannot be written
    public void weg(long nummer) throws IOException {
        if (nummer < next) {
            throw new IllegalArgumentException("lines come in the order of their leaves");
        }
        if (nummer < size) {
            skipTo(nummer);
            openTile();
            leaf(new Bladinhoud.Weg(verbintenis(), Bladinhoud.Reden.BEWAARTERMIJN));
        }
    }

    /// Ends the file.
    ///
    /// @return how many leaves are in it
    /// @throws IOException when a commitment is missing, or it cannot be written
    public long end() throws IOException {
        boolean isInTile = next % Tegel.VOL != 0;
        long last = isAlles ? size : isInTile ? Math.min(size, roundedUp(next)) : next;
        skipTo(last);
        line(new Exportstuk.Einde(count));
        naar.flush();
        return count;
    }

    private static long roundedUp(long nummer) {
        return (nummer + Tegel.VOL - 1) / Tegel.VOL * Tegel.VOL;
    }

    /// Writes the leaves before this one of which there is no content, or passes whole tiles over.
    private void skipTo(long nummer) throws IOException {
        while (next < nummer) {
            if (!isAlles && next % Tegel.VOL == 0 && nummer - next >= Tegel.VOL) {
                next = nummer / Tegel.VOL * Tegel.VOL;
            } else {
                openTile();
                Bladinhoud.Reden why = isAlles ? Bladinhoud.Reden.BEWAARTERMIJN : Bladinhoud.Reden.BUITEN_SELECTIE;
                leaf(new Bladinhoud.Weg(verbintenis(), why));
            }
        }
    }

    /// What stands in the next leaf.
    private byte[] verbintenis() {
        int at = (int) (next % Tegel.VOL) * Verbintenis.BYTES;
        return Arrays.copyOfRange(rij, at, at + Verbintenis.BYTES);
    }

    private void leaf(Bladinhoud inhoud) throws IOException {
        line(new Exportstuk.Bladstuk(next, inhoud));
        next++;
        count++;
    }

    /// At the first leaf of a tile: writes the full tiles above it that did not go out yet, from the top.
    private void openTile() throws IOException {
        if (next % Tegel.VOL != 0) {
            return;
        }
        int many = (int) Math.min(Tegel.VOL, size - next);
        byte[] read = boom.bladen().read(boom.log(), next, many);
        if (read.length != many * Verbintenis.BYTES) {
            throw new IOException("the log has no leaf " + (next + read.length / Verbintenis.BYTES));
        }
        rij = read;
        for (Tegel tegel : Tegel.above(next, size)) {
            if (!Long.valueOf(tegel.nummer()).equals(open.put(tegel.niveau(), tegel.nummer()))) {
                tile(tegel);
            }
        }
    }

    private void tile(Tegel tegel) throws IOException {
        line(new Exportstuk.Tegelstuk(tegel, boom.tegels().read(tegel)));
    }

    private void line(Exportstuk stuk) throws IOException {
        naar.write(stuk.json().toBytes());
        naar.write('\n');
    }
}
