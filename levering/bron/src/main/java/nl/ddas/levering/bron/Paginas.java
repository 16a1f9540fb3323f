// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.SealedFolder.SealedFile;
import nl.ddas.basis.Sha256;
import nl.ddas.trust.PayloadSigner;

/// Ready pages on disk, each hashed and signed once; when they take too much room, those that were not
/// asked for the longest go first.
final class Paginas {

    /// An answer may be signed at most 26 hours before it is judged (docs/deviations.md, row 3); past this age
    /// a page is made again.
    private static final Duration HANDTEKENING_GELDIG = Duration.ofHours(24);

    private final SealedFolder map;
    private final PayloadSigner ondertekenaar;
    private final Clock clock;
    private final long ruimte;
    private final Map<String, Long> bewaard = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, ReentrantLock> bezig = new ConcurrentHashMap<>();
    private long bezet;

    /// @param ruimte most bytes that pages may take together
    Paginas(SealedFolder map, PayloadSigner ondertekenaar, Clock clock, long ruimte) {
        this.map = map;
        this.ondertekenaar = ondertekenaar;
        this.clock = clock;
        this.ruimte = ruimte;
    }

    /// Takes over the pages that an earlier run left; which of them still go out is judged when they are asked for.
    void neemOver(String naam) throws IOException {
        try (SealedFile bestand = map.file(naam)) {
            onthoud(naam, bestand.size());
        }
    }

    /// The page, made now when it is not there; the caller closes it.
    ///
    /// @throws NoSuchFileException when the snapshot was replaced meanwhile: ask the new one
    /// @throws PaginaMislukt when the disk is full or broken; nothing half stays behind
    Pagina geef(Momentopname momentopname, Selectie selectie) throws IOException {
        String naam = Momentopname.pagina(momentopname.id(), sleutel(selectie));
        ReentrantLock slot = bezig.computeIfAbsent(naam, sleutel -> new ReentrantLock());
        slot.lock();
        try {
            if (map.has(naam)) {
                Pagina pagina = open(naam);
                if (kanMee(pagina)) {
                    return pagina;
                }
                pagina.close();
            }
            maak(momentopname, selectie, naam);
            return open(naam);
        } finally {
            slot.unlock();
            bezig.remove(naam, slot);
        }
    }

    /// Whether its signature is one that we would still make: young enough, and with our present certificate.
    /// The one of before may be at its end or revoked, and then everybody refuses the page.
    private boolean kanMee(Pagina pagina) {
        return pagina.getekendOp().plus(HANDTEKENING_GELDIG).isAfter(clock.instant())
                && ondertekenaar.isAsNow(pagina.handtekening());
    }

    private Pagina open(String naam) throws IOException {
        Pagina pagina = Pagina.lees(map.file(naam));
        onthoud(naam, pagina.bestand().size());
        return pagina;
    }

    private void maak(Momentopname momentopname, Selectie selectie, String naam) throws IOException {
        try (SealedFile trajecten = map.file(Momentopname.trajecten(momentopname.id()));
                SealedFolder.Draft uit = map.write(naam);
                PayloadSigner.Signing handtekening = ondertekenaar.start()) {
            new Paginaschrijver(momentopname.index(), trajecten, selectie).schrijf(new Tweesprong(handtekening, uit));
            Pagina.schrijfVoet(handtekening.finish(), clock.instant(), uit);
            uit.keep();
        } catch (NoSuchFileException vervangen) {
            throw vervangen;
        } catch (IOException stuk) {
            throw new PaginaMislukt(naam, stuk);
        }
    }

    /// Removes all pages of a snapshot that is no longer used; a page being sent stays readable to its end.
    void vergeet(Momentopname momentopname) throws IOException {
        for (String naam : namen()) {
            if (momentopname.bezit(naam)) {
                vergeet(naam);
            }
        }
    }

    private synchronized List<String> namen() {
        return List.copyOf(bewaard.keySet());
    }

    private synchronized void vergeet(String naam) throws IOException {
        Long grootte = bewaard.remove(naam);
        bezet -= grootte == null ? 0 : grootte;
        map.delete(naam);
    }

    /// Number of bytes that ready pages take.
    synchronized long bezet() {
        return bezet;
    }

    private synchronized void onthoud(String naam, long grootte) throws IOException {
        Long vorige = bewaard.put(naam, grootte);
        bezet += grootte - (vorige == null ? 0 : vorige);
        List<String> weg = new ArrayList<>();
        Iterator<Map.Entry<String, Long>> oudste = bewaard.entrySet().iterator();
        while (bezet > ruimte && bewaard.size() - weg.size() > 1 && oudste.hasNext()) {
            Map.Entry<String, Long> ingang = oudste.next();
            weg.add(ingang.getKey());
            bezet -= ingang.getValue();
        }
        for (String naamWeg : weg) {
            bewaard.remove(naamWeg);
            map.delete(naamWeg);
        }
    }

    private static String sleutel(Selectie selectie) {
        return HexFormat.of().formatHex(Sha256.of(selectie.sleutel()), 0, 16);
    }

    /// Writes the same bytes to two streams.
    private static final class Tweesprong extends OutputStream {
        private final OutputStream een;
        private final OutputStream ander;

        Tweesprong(OutputStream een, OutputStream ander) {
            this.een = een;
            this.ander = ander;
        }

        @Override
        public void write(int b) throws IOException {
            een.write(b);
            ander.write(b);
        }

        @Override
        public void write(byte[] bytes, int plek, int lengte) throws IOException {
            een.write(bytes, plek, lengte);
            ander.write(bytes, plek, lengte);
        }

        @Override
        public void flush() throws IOException {
            ander.flush();
        }
    }
}
