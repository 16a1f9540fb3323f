// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import nl.ddas.basis.SealedFolder.SealedFile;
import nl.ddas.trust.PayloadSigner.Signature;

/// A ready page, open for reading: its bytes lie sealed on disk, with its signature behind them in the same
/// file.
///
/// @param lengte number of bytes of the body
/// @param getekendOp when the signature was made
record Pagina(SealedFile bestand, long lengte, Signature handtekening, Instant getekendOp) implements AutoCloseable {

    /// Writes what stands behind the body: signature, moment, and the length of that.
    static void schrijfVoet(Signature handtekening, Instant nu, OutputStream uit) throws IOException {
        ByteArrayOutputStream voet = new ByteArrayOutputStream();
        DataOutputStream velden = new DataOutputStream(voet);
        velden.writeUTF(handtekening.payloadSig());
        velden.writeUTF(handtekening.digest());
        velden.writeLong(nu.toEpochMilli());
        velden.writeInt(velden.size());
        voet.writeTo(uit);
    }

    /// Takes over an open file.
    ///
    /// @throws IOException when it is no page; the file is closed then
    static Pagina lees(SealedFile bestand) throws IOException {
        try {
            int voet =
                    veld(bestand, bestand.size() - Integer.BYTES, Integer.BYTES).readInt();
            long lengte = bestand.size() - Integer.BYTES - voet;
            DataInputStream velden = veld(bestand, lengte, voet);
            Signature handtekening = new Signature(velden.readUTF(), velden.readUTF());
            return new Pagina(bestand, lengte, handtekening, Instant.ofEpochMilli(velden.readLong()));
        } catch (IOException | RuntimeException stuk) {
            bestand.close();
            throw stuk;
        }
    }

    private static DataInputStream veld(SealedFile bestand, long plek, int lengte) throws IOException {
        if (plek < 0 || lengte < 0) {
            throw new IOException("expected a page with its signature, got another kind of file");
        }
        try (InputStream in = bestand.read(plek, lengte)) {
            return new DataInputStream(new ByteArrayInputStream(in.readAllBytes()));
        }
    }

    /// Copies the body straight to the socket.
    void kopieerNaar(OutputStream uit) throws IOException {
        bestand.copyTo(0, lengte, uit);
    }

    @Override
    public void close() throws IOException {
        bestand.close();
    }
}
