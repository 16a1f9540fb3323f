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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.ddas.levering.bron.MomentopnameIndex.Ingang;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.BerichtSchrijver;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verkeer.Aanleverperiode;

/// Writes and reads the index of a snapshot. The headers of the leveringen stand in it as a message without
/// trajecten, so that the exchange format stays the business of its own codec.
final class IndexOpslag {

    private static final int MERK = 0x44444d32;

    private final BerichtLezer lezer;

    IndexOpslag(BerichtLezer lezer) {
        this.lezer = lezer.voorVersie(Versie.V1_0);
    }

    /// Writes the index; does not close the stream.
    void schrijf(MomentopnameIndex index, OutputStream stroom) throws IOException {
        DataOutputStream uit = new DataOutputStream(stroom);
        uit.writeInt(MERK);
        periode(index.periode(), uit);
        uit.writeUTF(index.moment().toString());
        uit.writeUTF(index.software());
        byte[] koppen = koppen(index.leveringen());
        uit.writeInt(koppen.length);
        uit.write(koppen);
        uit.writeInt(index.leveringen().size());
        for (Ingang levering : index.leveringen()) {
            periode(levering.periode(), uit);
            uit.writeInt(levering.na());
        }
        uit.writeInt(index.aantal());
        for (int i = 0; i < index.aantal(); i++) {
            uit.writeInt(index.start()[i]);
            uit.writeInt(index.eind()[i]);
            uit.writeShort(index.gemeente()[i]);
            uit.writeLong(index.plek()[i + 1]);
        }
        uit.flush();
    }

    /// @throws IOException when the stream does not hold a whole index of this form
    MomentopnameIndex lees(InputStream stroom) throws IOException {
        DataInputStream in = new DataInputStream(stroom);
        if (in.readInt() != MERK) {
            throw new IOException("expected an index of a snapshot, got another kind of file");
        }
        Aanleverperiode periode = periode(in);
        OffsetDateTime moment = OffsetDateTime.parse(in.readUTF());
        String software = in.readUTF();
        List<LeveringKop> koppen = koppen(in.readNBytes(in.readInt()));
        List<Ingang> leveringen = leveringen(koppen, in);
        int aantal = in.readInt();
        int[] start = new int[aantal];
        int[] eind = new int[aantal];
        short[] gemeente = new short[aantal];
        long[] plek = new long[aantal + 1];
        for (int i = 0; i < aantal; i++) {
            start[i] = in.readInt();
            eind[i] = in.readInt();
            gemeente[i] = in.readShort();
            plek[i + 1] = in.readLong();
        }
        return new MomentopnameIndex(periode, moment, software, leveringen, start, eind, gemeente, plek);
    }

    private static List<Ingang> leveringen(List<LeveringKop> koppen, DataInputStream in) throws IOException {
        int verwacht = in.readInt();
        if (verwacht != koppen.size()) {
            throw new IOException("expected " + verwacht + " leveringen in the index, got " + koppen.size());
        }
        List<Ingang> leveringen = new ArrayList<>(verwacht);
        int eerste = 0;
        for (LeveringKop kop : koppen) {
            Aanleverperiode periode = periode(in);
            int na = in.readInt();
            leveringen.add(new Ingang(periode, kop, eerste, na));
            eerste = na;
        }
        return List.copyOf(leveringen);
    }

    private static byte[] koppen(List<Ingang> leveringen) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Kop leeg = new Kop(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        try (BerichtSchrijver schrijver = new BerichtSchrijver(bytes, leeg)) {
            for (Ingang levering : leveringen) {
                schrijver.levering(levering.kop());
            }
        }
        return bytes.toByteArray();
    }

    private List<LeveringKop> koppen(byte[] bericht) throws IOException {
        List<LeveringKop> koppen = new ArrayList<>();
        lezer.lees(() -> new ByteArrayInputStream(bericht), new BerichtOntvanger() {
            @Override
            public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
                koppen.add(kop);
            }
        });
        return koppen;
    }

    private static void periode(Aanleverperiode periode, DataOutputStream uit) throws IOException {
        uit.writeLong(periode.start().toEpochDay());
        uit.writeLong(periode.eind().toEpochDay());
    }

    private static Aanleverperiode periode(DataInputStream in) throws IOException {
        return new Aanleverperiode(LocalDate.ofEpochDay(in.readLong()), LocalDate.ofEpochDay(in.readLong()));
    }
}
