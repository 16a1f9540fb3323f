// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The bytes of a message on their way to the parser: skips a byte order mark, lets only whole UTF-8 characters
/// through, and keeps the bytes since a given place, so that a traject can be handed over as it came.
final class Berichtstroom extends InputStream {

    /// The most that is kept, hence the largest traject that we read: a thousand debts take a fifth of it.
    static final int GROOTSTE_RECORD = 1 << 20;

    private static final int STUK = 1 << 16;
    private static final long NIETS = -1;

    private final InputStream bron;
    private byte[] venster = new byte[2 * STUK];
    private int gegeven;
    private int laatsteStuk;
    private int heel;
    private int gelezen;
    private long basis;
    private long vast = NIETS;
    private Positie begin = new Positie(0, 1, 1);
    private boolean op;
    private boolean slecht;
    private boolean bom;

    Berichtstroom(InputStream bron) throws IOException {
        this.bron = bron;
        do {
            vul();
        } while (gelezen < 3 && !op && !slecht);
        if (heel >= 3 && venster[0] == (byte) 0xEF && venster[1] == (byte) 0xBB && venster[2] == (byte) 0xBF) {
            bom = true;
            gegeven = 3;
            laatsteStuk = 3;
        }
    }

    /// Reads on until there is enough to judge the message by, or its end.
    void leesVooruit() throws IOException {
        while (gelezen < STUK && !op && !slecht) {
            vul();
        }
    }

    /// What was read and not yet given: only of use before the parser starts.
    byte[] begin() {
        return Arrays.copyOfRange(venster, gegeven, heel);
    }

    /// Whether everything was read into the window already.
    boolean isHelemaalGelezen() {
        return op;
    }

    boolean begintMetBom() {
        return bom;
    }

    /// How many bytes stand before what the parser sees.
    int vooraf() {
        return bom ? 3 : 0;
    }

    /// Keeps all bytes from this place in the message.
    void houdVast(Positie plek) {
        begin = plek;
        vast = plek.offset();
    }

    void laatLos() {
        vast = NIETS;
    }

    /// Refuses what is kept when it turned out larger than we read.
    ///
    /// @param lengte number of bytes
    void eisMaat(long lengte) throws Weigering {
        if (lengte > GROOTSTE_RECORD) {
            throw new Weigering(new Weigering.Reden.Grens(begin, "dit onderdeel is groter dan 1 MB"));
        }
    }

    byte[] venster() {
        return venster;
    }

    /// The index in [#venster()] of a byte that is kept.
    int index(long offset) {
        return (int) (offset - basis);
    }

    @Override
    public int read() throws IOException {
        byte[] een = new byte[1];
        return read(een, 0, 1) < 0 ? -1 : een[0];
    }

    @Override
    public int read(byte[] doel, int begin, int lengte) throws IOException {
        while (gegeven == heel) {
            if (slecht || (op && heel < gelezen)) {
                throw new Weigering(new Weigering.Reden.SlechteByte(basis + heel));
            }
            if (op) {
                return -1;
            }
            vul();
        }
        int aantal = Math.min(lengte, heel - gegeven);
        System.arraycopy(venster, gegeven, doel, begin, aantal);
        laatsteStuk = gegeven;
        gegeven += aantal;
        return aantal;
    }

    private void vul() throws IOException {
        maakRuimte();
        int aantal = bron.read(venster, gelezen, venster.length - gelezen);
        if (aantal < 0) {
            op = true;
            return;
        }
        gelezen += aantal;
        heel = Utf8.heelTot(venster, heel, gelezen);
        slecht = heel < gelezen && !Utf8.kanNogHeelWorden(venster, heel, gelezen);
    }

    private void maakRuimte() throws IOException {
        if (venster.length - gelezen >= STUK / 2) {
            return;
        }
        int vanaf = vast == NIETS ? laatsteStuk : Math.min(laatsteStuk, index(vast));
        int over = gelezen - vanaf;
        if (vast != NIETS) {
            eisMaat(gegeven - index(vast) - STUK); // the parser may have bytes of what follows in hand
        }
        byte[] doel = over > venster.length / 2 ? new byte[venster.length * 2] : venster;
        System.arraycopy(venster, vanaf, doel, 0, over);
        venster = doel;
        basis += vanaf;
        gelezen = over;
        heel -= vanaf;
        gegeven -= vanaf;
        laatsteStuk = 0;
    }

    @Override
    public void close() throws IOException {
        bron.close();
    }
}
