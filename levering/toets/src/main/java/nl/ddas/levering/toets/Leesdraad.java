// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Lezing;
import nl.ddas.levering.model.Omzetting;
import nl.ddas.levering.model.Paginering;
import nl.ddas.levering.model.Plaats;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.Vormfout;

/// Reads the messages of a delivery on a thread beside the rules: what is read passes in batches, in order.
/// A traject carries its bytes along, because the window of the reader moves on.
final class Leesdraad implements BerichtOntvanger {

    private static final int PARTIJ = 64;
    private static final int BLOK = 1 << 17;
    private static final int VOORRAAD = 3;

    /// What goes from reader to rules.
    private sealed interface Stap {
        record Lees(Consumer<BerichtOntvanger> aanroep) implements Stap {}

        record Einde(Lezing lezing) implements Stap {}

        record Mislukt(Throwable oorzaak) implements Stap {}

        record Klaar() implements Stap {}
    }

    private final BerichtLezer lezer;
    private final List<Pagina> paginas;
    private final BlockingQueue<List<Stap>> rij = new ArrayBlockingQueue<>(VOORRAAD);
    private List<Stap> partij = new ArrayList<>(PARTIJ);
    private byte[] blok = new byte[BLOK];
    private int gebruikt;
    private long bytesInPartij;

    private Leesdraad(BerichtLezer lezer, List<Pagina> paginas) {
        this.lezer = lezer;
        this.paginas = paginas;
    }

    /// Reads all messages beside the calling thread, on which `loop` receives everything.
    static void lees(BerichtLezer lezer, List<Pagina> paginas, Toetsloop loop) throws IOException {
        Leesdraad leesdraad = new Leesdraad(lezer, paginas);
        Thread draad = Thread.ofPlatform().daemon().name("toets-lezer").start(leesdraad::lees);
        try {
            leesdraad.geefDoor(loop);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while checking", stopped);
        } finally {
            draad.interrupt();
        }
    }

    private void geefDoor(Toetsloop loop) throws InterruptedException, IOException {
        while (true) {
            for (Stap stap : rij.take()) {
                switch (stap) {
                    case Stap.Lees(var aanroep) -> aanroep.accept(loop);
                    case Stap.Einde(var lezing) -> loop.eindePagina(lezing);
                    case Stap.Mislukt(var oorzaak) -> throw mislukt(oorzaak);
                    case Stap.Klaar() -> {
                        return;
                    }
                }
            }
        }
    }

    private static IOException mislukt(Throwable oorzaak) {
        return switch (oorzaak) {
            case IOException lezen -> lezen;
            case RuntimeException broken -> throw broken;
            case Error broken -> throw broken;
            default -> new IOException("reading stopped", oorzaak);
        };
    }

    private void lees() {
        try {
            for (Pagina pagina : paginas) {
                Lezing lezing = lezer.lees(pagina.bron(), pagina.begin(), this);
                voegToe(new Stap.Einde(lezing));
                verstuur();
            }
            voegToe(new Stap.Klaar());
            verstuur();
        } catch (Gestopt stopped) {
            // the rules stopped first and say why
        } catch (IOException | RuntimeException | Error failed) {
            partij.add(new Stap.Mislukt(failed));
            try {
                rij.put(partij);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void kop(Kop kop) {
        voegToe(new Stap.Lees(ontvanger -> ontvanger.kop(kop)));
    }

    @Override
    public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
        voegToe(new Stap.Lees(ontvanger -> ontvanger.levering(index, kop, heeftTrajecten, pointer)));
    }

    @Override
    public void omzetting(Omzetting omzetting, Plaats plaats) {
        voegToe(new Stap.Lees(ontvanger -> ontvanger.omzetting(omzetting, plaats)));
    }

    @Override
    public void traject(Schuldhulptraject traject, TrajectPlek plek) {
        TrajectPlek eigen = kopie(plek);
        voegToe(new Stap.Lees(ontvanger -> ontvanger.traject(traject, eigen)));
    }

    @Override
    public void vormfout(Vormfout fout) {
        voegToe(new Stap.Lees(ontvanger -> ontvanger.vormfout(fout)));
    }

    @Override
    public void afwijking(Afwijking afwijking, Plaats plaats) {
        voegToe(new Stap.Lees(ontvanger -> ontvanger.afwijking(afwijking, plaats)));
    }

    @Override
    public void paginering(Paginering paginering) {
        voegToe(new Stap.Lees(ontvanger -> ontvanger.paginering(paginering)));
    }

    private TrajectPlek kopie(TrajectPlek plek) {
        if (gebruikt + plek.lengte() > blok.length) {
            blok = new byte[Math.max(BLOK, plek.lengte())];
            gebruikt = 0;
        }
        System.arraycopy(plek.venster(), plek.begin(), blok, gebruikt, plek.lengte());
        TrajectPlek eigen = plek.in(blok, gebruikt);
        gebruikt += plek.lengte();
        bytesInPartij += plek.lengte();
        return eigen;
    }

    private void voegToe(Stap stap) {
        partij.add(stap);
        if (partij.size() >= PARTIJ || bytesInPartij >= 4 * BLOK) {
            verstuur();
        }
    }

    private void verstuur() {
        try {
            rij.put(partij);
        } catch (InterruptedException stopped) {
            throw new Gestopt(stopped);
        }
        partij = new ArrayList<>(PARTIJ);
        bytesInPartij = 0;
    }

    /// The rules take no more.
    private static final class Gestopt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Gestopt(InterruptedException oorzaak) {
            super(oorzaak);
        }
    }
}
