// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.Plaats;

/// The compact form of a finding on disk. Advice comes from a list, because there are few different ones.
final class Bevindingcode {

    private Bevindingcode() {}

    static void schrijf(DataOutputStream uit, Bevinding bevinding, int advies) throws IOException {
        tekst(uit, bevinding.code());
        tekst(uit, bevinding.ernst().name());
        tekst(uit, bevinding.geldtVoor().name());
        uit.writeInt(bevinding.plaats().pagina().orElse(-1));
        tekst(uit, bevinding.plaats().pointer());
        uit.writeLong(bevinding.plaats().regel());
        uit.writeLong(bevinding.plaats().positie());
        uit.writeInt(bevinding.levering().orElse(-1));
        uit.writeInt(bevinding.traject().orElse(-1));
        tekst(uit, bevinding.melding());
        uit.writeShort(advies);
    }

    static Bevinding lees(DataInputStream in, List<String> adviezen) throws IOException {
        return new Bevinding(
                tekst(in),
                Ernst.valueOf(tekst(in)),
                GeldtVoor.valueOf(tekst(in)),
                new Plaats(getal(in), tekst(in), in.readLong(), in.readLong()),
                getal(in),
                getal(in),
                tekst(in),
                adviezen.get(in.readUnsignedShort()));
    }

    private static OptionalInt getal(DataInputStream in) throws IOException {
        int getal = in.readInt();
        return getal < 0 ? OptionalInt.empty() : OptionalInt.of(getal);
    }

    private static void tekst(DataOutputStream uit, String tekst) throws IOException {
        byte[] bytes = tekst.getBytes(StandardCharsets.UTF_8);
        uit.writeInt(bytes.length);
        uit.write(bytes);
    }

    private static String tekst(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
