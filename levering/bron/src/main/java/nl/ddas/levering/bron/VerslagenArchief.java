// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nl.ddas.basis.SealBroken;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.SealedFolder.SealedFile;
import nl.ddas.levering.bron.Bewaarstroom.ArchiefStuk;
import nl.ddas.levering.verkeer.Verslagnummer;
import nl.ddas.trust.PayloadVerifier.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Verwerkingsverslagen that CBS delivered, sealed, each with the signature it came with.
public final class VerslagenArchief {

    private static final Logger LOG = LoggerFactory.getLogger(VerslagenArchief.class);

    private static final String VERSLAG = ".verslag";
    private static final String BINNEN = ".binnen";

    private final SealedFolder map;
    private final Clock clock;
    private final AtomicLong nummer = new AtomicLong();

    /// One Verwerkingsverslag in the archive.
    ///
    /// @param afzender OIN of who signed it
    /// @param payloadSig signature as received
    /// @param grootte of the report in bytes
    public record Verslag(String id, Instant ontvangen, String afzender, String payloadSig, long grootte) {}

    /// What was done with a report that came in.
    enum Bewaard {
        NIEUW,
        /// The same report was here already.
        HERHAALD,
        /// Another report with this id is here already; nothing was kept.
        BOTST
    }

    /// A report that came in and whose signature is good, not yet under its own name.
    ///
    /// @param grootte in bytes
    record Binnengekomen(String naam, long grootte, Verdict.Verified handtekening) {}

    private VerslagenArchief(SealedFolder map, Clock clock) {
        this.map = map;
        this.clock = clock;
    }

    /// Opens the archive of a bron, also beside a bron that runs.
    ///
    /// @param willekeur for a key that is not there yet
    /// @throws IOException when folder or key cannot be read or made
    public static VerslagenArchief open(BronConfig.Opslag opslag, Clock clock, SecureRandom willekeur)
            throws IOException {
        Path map = opslag.map().resolve("verslagen");
        return new VerslagenArchief(SealedFolder.open(map, opslag.sleutel(), willekeur), clock);
    }

    /// All reports, newest first; one that was damaged is left out, and named in the log.
    public List<Verslag> lijst() throws IOException {
        List<Verslag> verslagen = new ArrayList<>();
        for (String naam : map.names()) {
            if (naam.endsWith(VERSLAG)) {
                verslag(naam).ifPresent(verslagen::add);
            }
        }
        verslagen.sort(Comparator.comparing(Verslag::ontvangen).reversed().thenComparing(Verslag::id));
        return verslagen;
    }

    private Optional<Verslag> verslag(String naam) throws IOException {
        try (SealedFile bestand = map.file(naam)) {
            return Optional.of(kop(naam, bestand).verslag());
        } catch (NoSuchFileException verwijderd) {
            return Optional.empty();
        } catch (SealBroken | EOFException beschadigd) {
            LOG.error("{} cannot be read and is left out: {}", naam, beschadigd.toString());
            return Optional.empty();
        }
    }

    /// Copies one report as it was received.
    ///
    /// @return false when there is none with this id
    public boolean kopieer(String id, OutputStream uit) throws IOException {
        if (!Verslagnummer.isGeldig(id)) {
            return false;
        }
        try (SealedFile bestand = map.file(id + VERSLAG)) {
            Kop kop = kop(id + VERSLAG, bestand);
            bestand.copyTo(kop.lengte(), kop.verslag().grootte(), uit);
            return true;
        } catch (NoSuchFileException geen) {
            return false;
        }
    }

    /// What a report says of the delivery that it is about.
    ///
    /// @param afzender OIN of who signed it
    record Gelezen(String afzender, Verslagkop kop) {}

    /// Reads in a report what delivery it is about. That is only to account for it, so what cannot be read stops
    /// nobody.
    ///
    /// @return empty when there is none with this id, or it cannot be read
    Optional<Gelezen> lees(String id) {
        String naam = id + VERSLAG;
        try (SealedFile bestand = map.file(naam)) {
            Kop kop = kop(naam, bestand);
            try (InputStream in = bestand.read(kop.lengte(), kop.verslag().grootte())) {
                return Verslagkop.lees(in)
                        .map(inhoud -> new Gelezen(kop.verslag().afzender(), inhoud));
            }
        } catch (NoSuchFileException geen) {
            return Optional.empty();
        } catch (IOException onleesbaar) {
            LOG.error("{} cannot be read, so it is not known what it was about: {}", naam, onleesbaar.toString());
            return Optional.empty();
        }
    }

    /// Removes what was coming in when an earlier run stopped.
    void ruimOp() throws IOException {
        for (String naam : map.names()) {
            if (naam.endsWith(BINNEN)) {
                map.delete(naam);
            }
        }
    }

    /// A name for a report that comes in; what an earlier run left under such a name is gone by [#ruimOp].
    String nieuweNaam() {
        return nummer.incrementAndGet() + BINNEN;
    }

    /// @throws ArchiefStuk when the disk does not take it, now or while writing
    Bewaarstroom ontvang(String naam) throws ArchiefStuk {
        try {
            return new Bewaarstroom(map.write(naam));
        } catch (IOException vol) {
            throw new ArchiefStuk(vol);
        }
    }

    void verwijder(String id) throws IOException {
        map.delete(id + VERSLAG);
    }

    InputStream lees(Binnengekomen verslag) throws IOException {
        SealedFile bestand = map.file(verslag.naam());
        return new SluitMee(bestand.read(0, bestand.size()), bestand);
    }

    void verwerp(String naam) throws IOException {
        map.delete(naam);
    }

    /// Puts a report under its own name. The same again is no fault: whoever sent it may have missed the
    /// answer.
    synchronized Bewaard bewaar(String id, Binnengekomen verslag) throws IOException {
        String naam = id + VERSLAG;
        if (map.has(naam)) {
            try (SealedFile bestand = map.file(naam)) {
                boolean zelfde = Arrays.equals(
                        kop(naam, bestand).sha256(), verslag.handtekening().sha256());
                return zelfde ? Bewaard.HERHAALD : Bewaard.BOTST;
            }
        }
        try (SealedFile bron = map.file(verslag.naam());
                Bewaarstroom uit = ontvang(naam)) {
            DataOutputStream kop = new DataOutputStream(uit);
            kop.writeLong(clock.instant().toEpochMilli());
            kop.writeUTF(verslag.handtekening().oin());
            kop.writeUTF(verslag.handtekening().payloadSig());
            kop.write(verslag.handtekening().sha256());
            kop.flush();
            bron.copyTo(0, bron.size(), uit);
            uit.houd();
        }
        return Bewaard.NIEUW;
    }

    private record Kop(Verslag verslag, byte[] sha256, long lengte) {}

    private static Kop kop(String naam, SealedFile bestand) throws IOException {
        try (DataInputStream in = new DataInputStream(bestand.read(0, bestand.size()))) {
            Instant ontvangen = Instant.ofEpochMilli(in.readLong());
            String afzender = in.readUTF();
            String payloadSig = in.readUTF();
            byte[] sha256 = in.readNBytes(32);
            long lengte = 8 + 2 + afzender.length() + 2 + payloadSig.length() + 32L;
            String id = naam.substring(0, naam.length() - VERSLAG.length());
            return new Kop(new Verslag(id, ontvangen, afzender, payloadSig, bestand.size() - lengte), sha256, lengte);
        }
    }

    /// A stream that closes its file too.
    private static final class SluitMee extends FilterInputStream {
        private final SealedFile bestand;

        SluitMee(InputStream in, SealedFile bestand) {
            super(in);
            this.bestand = bestand;
        }

        @Override
        public void close() throws IOException {
            super.close();
            bestand.close();
        }
    }
}
