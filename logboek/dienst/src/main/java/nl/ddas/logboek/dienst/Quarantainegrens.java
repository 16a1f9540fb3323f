// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

/// How much one controller may have in quarantine: a sender that only sends wrong lines must not fill the disk of all.
///
/// @param regels lines that wait
/// @param bytes of those lines
public record Quarantainegrens(long regels, long bytes) {

    /// 100.000 lines or 256 MiB, whichever comes first: as many as the largest body has lines.
    public static final Quarantainegrens STANDAARD = new Quarantainegrens(100_000, 256L << 20);

    /// @throws IllegalArgumentException when there is no room for anything
    public Quarantainegrens {
        if (regels < 1 || bytes < 1) {
            throw new IllegalArgumentException("quarantine: expected room above zero");
        }
    }

    boolean isOver(long haveRegels, long haveBytes) {
        return haveRegels > regels || haveBytes > bytes;
    }

    Quarantaine.Stand stand(Houder houder, long haveRegels, long haveBytes) {
        double vulling = Math.max((double) haveRegels / regels, (double) haveBytes / bytes);
        return new Quarantaine.Stand(houder, haveRegels, haveBytes, vulling);
    }
}
