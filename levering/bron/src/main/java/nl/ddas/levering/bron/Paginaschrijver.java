// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.ddas.basis.SealedFolder.SealedFile;
import nl.ddas.levering.bron.MomentopnameIndex.Ingang;
import nl.ddas.levering.bron.Selectie.Deel;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.Moment;

/// Puts a page together from the ready bytes of a snapshot, as a stream.
final class Paginaschrijver {

    private static final int KLEINE_SPRONG = 256 * 1024;

    private final MomentopnameIndex index;
    private final SealedFile trajecten;
    private final Selectie selectie;
    private final Veldfilter filter;

    Paginaschrijver(MomentopnameIndex index, SealedFile trajecten, Selectie selectie) {
        this.index = index;
        this.trajecten = trajecten;
        this.selectie = selectie;
        this.filter = new Veldfilter(selectie.reikwijdte().veldgroepen());
    }

    /// Writes `{"gegevens": ..., "paginering": ...}`; does not close the stream.
    void schrijf(OutputStream uit) throws IOException {
        uit.write("{\"gegevens\":".getBytes(StandardCharsets.UTF_8));
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, kop());
                Leesplek lezer = new Leesplek(trajecten)) {
            leveringen(schrijver, lezer);
        }
        uit.write((paginering() + "}").getBytes(StandardCharsets.UTF_8));
    }

    private Kop kop() {
        return new Kop(
                Optional.of(selectie.periode().start()),
                Optional.of(selectie.periode().eind()),
                Optional.of(new Moment(
                        index.moment(), Optional.of(index.moment().getOffset().getId()))),
                Optional.of(index.software()));
    }

    private void leveringen(BerichtSchrijver schrijver, Leesplek lezer) throws IOException {
        long vanaf = selectie.ervoor();
        long tot = Math.min(vanaf + selectie.pageSize(), selectie.totaal());
        long ervoor = 0;
        for (Deel deel : selectie.delen()) {
            Ingang levering = index.leveringen().get(deel.levering());
            long erna = ervoor + deel.aantal();
            if (deel.aantal() == 0 ? leegOpDezePagina(ervoor, vanaf, tot) : ervoor < tot && erna > vanaf) {
                schrijver.levering(levering.kop());
                trajecten(
                        levering, Math.max(0, vanaf - ervoor), Math.min(deel.aantal(), tot - ervoor), schrijver, lezer);
            }
            ervoor = erna;
        }
    }

    /// Writes the trajecten of a levering that touch the period, from `van` until before `tot`, counted from 0.
    private void trajecten(Ingang levering, long van, long tot, BerichtSchrijver schrijver, Leesplek lezer)
            throws IOException {
        long nummer = 0;
        for (int i = levering.eerste(); i < levering.na() && nummer < tot; i++) {
            if (selectie.gaatMee(index, i) && nummer++ >= van) {
                byte[] traject = lezer.lees(index.plek()[i], index.lengte(i));
                schrijver.traject(gaatHeel(i) ? traject : filter.pas(traject));
            }
        }
    }

    private boolean gaatHeel(int traject) {
        return selectie.reikwijdte().alles() || selectie.reikwijdte().heel(index.gemeentecode(traject));
    }

    private static boolean leegOpDezePagina(long ervoor, long vanaf, long tot) {
        return ervoor == 0 ? vanaf == 0 : ervoor > vanaf && ervoor <= tot;
    }

    private String paginering() {
        if (!selectie.metPaginering()) {
            return "";
        }
        return ",\"paginering\":{\"pageSize\":" + selectie.pageSize() + ",\"currentPage\":" + selectie.page()
                + ",\"totalPages\":" + selectie.paginas() + ",\"totalRecords\":" + selectie.totaal() + "}";
    }

    /// Reads on where it was when the next traject lies near, and opens anew when it lies far.
    private static final class Leesplek implements AutoCloseable {
        private final SealedFile bestand;
        private InputStream in = InputStream.nullInputStream();
        private long plek = -1;

        Leesplek(SealedFile bestand) {
            this.bestand = bestand;
        }

        byte[] lees(long offset, int lengte) throws IOException {
            if (plek < 0 || offset < plek || offset - plek > KLEINE_SPRONG) {
                in.close();
                in = new BufferedInputStream(bestand.read(offset, bestand.size() - offset), 64 * 1024);
            } else {
                in.skipNBytes(offset - plek);
            }
            byte[] bytes = in.readNBytes(lengte);
            if (bytes.length < lengte) {
                throw new EOFException("expected " + lengte + " bytes of a traject, got " + bytes.length);
            }
            plek = offset + lengte;
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
